// The keys of a presenter's clicker mean here what they mean on the wall, except while somebody
// types, or is at something the key has a meaning of its own for.

const KEYS = {
  ArrowRight: "right", ArrowDown: "down", " ": "space", PageDown: "page down", Enter: "return",
  n: "n", N: "n", ArrowLeft: "left", ArrowUp: "up", PageUp: "page up", Backspace: "backspace",
  p: "p", P: "p", b: ".", B: ".", ".": ".", w: ",", W: ",", ",": ",",
};
const OFF = "cxgame-keys-off";

export const keysOn = () => {
  try {
    return !localStorage.getItem(OFF);
  } catch {
    return true;
  }
};

export function setKeys(on) {
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  } catch {
    // Where nothing can be kept they stay on.
  }
}

const OWN = "input, select, textarea, [contenteditable]";
const PRESSED = "button, a[href], summary";

export function clicker(ui) {
  addEventListener("keydown", (event) => {
    const key = KEYS[event.key];
    const at = event.target;
    if (!key || event.ctrlKey || event.altKey || event.metaKey || !ui.seen.top) return;
    if (!keysOn() || at.closest(OWN)) return;
    if ((event.key === " " || event.key === "Enter") && at.closest(PRESSED)) return;
    event.preventDefault();
    // A key that is held down is one press: a room must not be led through its cards by an elbow.
    if (event.repeat) return;
    ui.ask({ do: "press", key, moment: ui.seen.top.moment });
  });
}
