// A picture of the page is laid over the page there is: what stays keeps its focus, its caret and
// what was typed into it.

const SVG = "http://www.w3.org/2000/svg";

// One thing to show. `key` tells it from its sisters; children may be texts, things, or nothing.
export function h(tag, props, ...children) {
  const { key, ...rest } = props || {};
  return { tag, key, props: rest, children: children.flat(9).filter((c) => c || c === 0) };
}

// Show `things` in `parent`, with as few changes as can be.
export function patch(parent, things) {
  const old = new Map();
  for (const node of parent.childNodes) old.set(node.shownAs, node);
  const wanted = [];
  const names = new Set();
  things.forEach((thing, place) => {
    const text = typeof thing !== "object";
    const name = text ? `text ${place}` : `${thing.tag} ${thing.key ?? place}`;
    if (names.has(name)) throw new Error(`twice: ${name}`);
    names.add(name);
    wanted.push([thing, name, text]);
  });
  for (const [name, node] of old) if (!names.has(name)) node.remove();
  let at = parent.firstChild;
  for (const [thing, name, text] of wanted) {
    let node = old.get(name);
    if (!node) {
      node = text ? document.createTextNode("") : create(thing.tag);
      node.shownAs = name;
    }
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
    if (text) {
      if (node.data !== String(thing)) node.data = String(thing);
    } else {
      dress(node, thing.props);
      patch(node, thing.children);
      settle(node, thing.props);
    }
  }
}

function create(tag) {
  const drawn = tag === "svg" || tag === "path";
  return drawn ? document.createElementNS(SVG, tag) : document.createElement(tag);
}

function dress(node, props) {
  const before = node.worn || {};
  for (const name of Object.keys(before)) {
    if (!(name in props) && !name.startsWith("on")) node.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) node[name] = value;
    else if (name === "value" || name === "checked") continue;
    else if (value === false || value === null || value === undefined) node.removeAttribute(name);
    else if (before[name] !== value) node.setAttribute(name, value === true ? "" : value);
  }
  node.worn = props;
}

// What a field holds is the person's once they touched it; until then it is the game's.
function settle(node, props) {
  if (node.touched) return;
  if ("value" in props && node.value !== props.value) node.value = props.value;
  if ("checked" in props && node.checked !== props.checked) node.checked = props.checked;
}
