#!/bin/sh
# Make an environment in the folder $1, with the first Python here that is new enough.
# PYTHON=/path/to/python overrules the search.
set -eu

folder=$1
# Both in one breath: new enough, and able to make an environment with pip in it.
fits='import sys; assert sys.version_info >= (3, 11); import venv, ensurepip'
new_enough='import sys; sys.exit(sys.version_info < (3, 11))'
without_venv=

for name in ${PYTHON:-python3.13 python3.12 python3.11 python3 python3.14 python}; do
    python=$(command -v "$name") || continue
    if "$python" -c "$fits" 2>/dev/null; then
        echo "Making an environment in $folder with $("$python" --version)."
        exec "$python" -m venv --clear "$folder"
    fi
    if "$python" -c "$new_enough" 2>/dev/null; then
        without_venv=${without_venv:-$name}
    fi
done

if [ -n "$without_venv" ]; then
    echo "$without_venv has no module venv. On Debian or Ubuntu, install the package python3-venv." >&2
elif [ -n "${PYTHON:-}" ]; then
    echo "PYTHON=$PYTHON is not a Python 3.11 or newer." >&2
else
    echo "No Python 3.11 or newer was found. Install one, or name it: make play PYTHON=/path/to/python" >&2
fi
exit 1
