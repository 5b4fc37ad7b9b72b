// Controls of the facilitator: a button each; those that need a word or a number open a form.
// A form that somebody has typed into stays, whatever the game does meanwhile.

import { h } from "./dom.js";
import { token } from "./parts.js";

const MOST_RESULTS = 12;
const FEW = 6; // Of so many figures each is a button: no keyboard comes up over the page for a 2.
const open = new Map(); // control id -> {control, search, wrong, sent}
let sure = "";
let unsure;
let ui;

export const forms = {
  start(given) {
    ui = given;
  },
  // What was sent and done is done with; what was refused stays, with the reason beside it.
  receipt(receipt) {
    for (const [id, form] of open) {
      if (form.sent !== receipt.id) continue;
      form.sent = "";
      if (receipt.done) {
        forget(id);
        if (again(form.control)) {
          focusOn(form.control);
          continue;
        }
        open.delete(id);
        document.getElementById(`control-${id}`)?.focus();
      } else form.wrong = { field: receipt.field, sentence: receipt.sentence || ui.seen.words.stale };
    }
  },
};

// Where every team is asked, the form stays for the next one.
const again = (control) =>
  control.asked && control.fields.some((field) => field.kind === "team" && field.choices.length > 1);

export function controlsOf(_ui, groups) {
  return groups.map((group) => {
    // What takes something away stands last, behind all that is pressed often.
    const controls = [...group.controls].sort((a, b) => a.danger - b.danger);
    const there = new Set(group.controls.map((control) => control.id));
    for (const [id, form] of open) {
      // A form nobody has filled in goes with its moment, and does not come back with the next card.
      const over = !there.has(id) || (form.control.asked && form.card !== ui.seen.card?.id);
      if (form.group === group.group && over && !isTouched(id)) open.delete(id);
    }
    const kept = [...open.values()]
      .filter((form) => form.group === group.group && !there.has(form.control.id) && isTouched(form.control.id))
      .map((form) => ({ ...form.control, gone: true }));
    const all = [...controls, ...kept];
    if (!all.length) return null;
    return h("div", { key: group.group, class: "group" },
      groups.length > 1 && group.label && h("h3", { key: "name", class: "label" }, group.label),
      h("div", { class: "buttons" }, all.map((control) => controlOf(group, control))));
  });
}

function controlOf(group, control) {
  const { id } = control;
  if (!control.fields.length) {
    return h("button", { key: id, id: `control-${id}`, type: "button", class: classOf(control),
      onclick: () => twice(control, () => send(control, {})) }, asks(id) ? ui.seen.words.sure.replace("{what}", control.label) : label(control));
  }
  const form = open.get(id);
  if (form && !control.gone) form.control = control;
  return h("div", { key: id, class: form ? "opened" : "closed" },
    h("button", { id: `control-${id}`, type: "button", class: classOf(control), "aria-expanded": String(!!form),
      "aria-controls": form ? `form-${id}` : null, onclick: () => toggle(group, control) }, label(control)),
    form && formOf(control, form));
}

const classOf = (control) =>
  ["primary", "danger", "asked"].filter((name) => control[name]).join(" ");

// Two buttons that say nearly the same of a long name are told apart before they are read.
const MARKS = { "mark-right": "✓", "mark-wrong": "✗" };

export const label = (control) => [
  MARKS[control.id] && h("span", { key: "m", class: "mark", "aria-hidden": "true" }, MARKS[control.id]),
  h("span", { key: "l" }, control.label),
  control.value && h("span", { key: "v", class: "quiet" }, control.value),
];

const send = (control, values) =>
  ui.ask({ do: "control", control: control.id, values, moment: ui.seen.top.moment });

// Whether a press of it has been asked back, and another one does it.
export const asks = (id) => sure === id;

// Do it; what takes something away only when it is pressed again.
export function twice({ id, danger }, does) {
  clearTimeout(unsure);
  if (danger && sure !== id) {
    sure = id;
    unsure = setTimeout(() => { sure = ""; ui.render(); }, 5000);
  } else {
    sure = "";
    does();
  }
  ui.render();
}

// Do it, or bring up its form: from the bar, wherever on the page one is.
export function press(group, control) {
  if (!control.fields.length) return twice(control, () => send(control, {}));
  if (open.has(control.id)) focusOn(control);
  else toggle(group, control);
}

const focusOn = ({ id }) =>
  document.querySelector(`#form-${CSS.escape(id)} :is(input, select, textarea)`)?.focus();

function toggle(group, control) {
  if (open.has(control.id)) {
    forget(control.id);
    open.delete(control.id);
  } else open.set(control.id, { control, group: group.group, card: ui.seen.card?.id,
    search: {}, wrong: null, sent: "" });
  ui.render();
  focusOn(control);
}

function formOf(control, form) {
  const { words } = ui.seen;
  const id = `form-${control.id}`;
  const submit = (event) => {
    event.preventDefault();
    if (control.gone) return;
    form.wrong = null;
    form.sent = send(control, valuesOf(event.target));
  };
  return h("form", { key: "form", id, onsubmit: submit, novalidate: true, autocomplete: "off" },
    control.fields.map((field) => fieldOf(control, form, field)),
    form.wrong && h("p", { key: "wrong", id: `${id}-wrong`, class: "wrong", role: "alert" }, form.wrong.sentence),
    control.gone && h("p", { key: "gone", class: "wrong", role: "status" }, words.not_now),
    h("div", { key: "do", class: "buttons" },
      h("button", { key: "go", class: "primary", "aria-disabled": String(!!control.gone) }, control.label),
      h("button", { key: "no", type: "button", onclick: () => toggle({}, control) }, words.cancel)));
}

const valuesOf = (form) => {
  const values = {};
  for (const [name, value] of new FormData(form)) if (!name.startsWith("search ")) values[name] = value;
  return values;
};

const touch = (event) => { event.target.touched = true; };
const isTouched = (id) =>
  [...document.querySelectorAll(`#form-${CSS.escape(id)} *`)].some((node) => node.touched);
const forget = (id) =>
  document.querySelectorAll(`#form-${CSS.escape(id)} *`).forEach((node) => { node.touched = false; });

function fieldOf(control, form, field) {
  const id = `field-${control.id}-${field.name}`;
  const wrong = form.wrong && form.wrong.field === field.name;
  const common = { id, name: field.name, oninput: touch, required: field.required,
    "aria-invalid": wrong ? "true" : null, "aria-describedby": wrong ? `form-${control.id}-wrong` : field.hint ? `${id}-hint` : null };
  const labelled = (input) => h("div", { key: field.name, class: "field" },
    h("label", { for: id }, field.label),
    field.hint && h("p", { key: "hint", id: `${id}-hint`, class: "quiet" }, field.hint), input);
  switch (field.kind) {
    case "number":
      if (field.whole && field.high - field.low < FEW) return radiosOf(control, field, figures(field));
      return labelled(h("input", { ...common, type: "number", inputmode: field.low < 0 ? "text" : "decimal",
        min: field.low, max: field.high, step: field.whole ? "1" : "any", value: field.value }));
    case "text":
      return labelled(field.high > 120
        ? h("textarea", { ...common, rows: "3", maxlength: field.high, value: field.value })
        : h("input", { ...common, type: "text", maxlength: field.high, value: field.value }));
    case "card":
      return searchOf(control, form, field, common);
    default:
      return field.choices.length > 9
        ? labelled(h("select", { ...common, onchange: touch, value: field.value },
          field.choices.map(([value, name]) => h("option", { key: value, value }, name))))
        : radiosOf(control, field, field.choices);
  }
}

const figures = ({ low, high }) =>
  Array.from({ length: high - low + 1 }, (_, n) => [String(low + n), String(low + n)]);

function radiosOf(control, field, choices) {
  return h("fieldset", { key: field.name }, h("legend", {}, field.label),
    h("div", { class: "radios" }, choices.map(([value, name]) => {
      const id = `field-${control.id}-${field.name}-${value}`;
      const drawn = field.kind === "colour" ? value : colourOf(field, value);
      const told = control.asked && field.kind === "team" && answerOf(value);
      return h("label", { key: value, for: id, class: "radio" },
        h("input", { id, type: "radio", name: field.name, value, checked: value === field.value || choices.length === 1, onchange: touch }),
        drawn && token(drawn),
        h("span", {}, name, told && h("span", { key: "told", class: "quiet" }, told)));
    })));
}

// What a team has answered so far: who has not is seen at a glance.
const answerOf = (team) =>
  ui.seen.card?.answers.find((answer) => String(answer.team) === team)?.text;

const colourOf = (field, value) =>
  field.kind === "team" && (ui.seen.teams || []).find((team) => String(team.id) === value)?.colour;

function searchOf(control, form, field, common) {
  const { words } = ui.seen;
  const cards = ui.seen.cards || [];
  const asked = (form.search[field.name] || "").toLocaleLowerCase();
  const parts = asked.split(/\s+/).filter(Boolean);
  const found = cards.filter(([, name]) => parts.every((p) => name.toLocaleLowerCase().includes(p)));
  const shown = found.slice(0, MOST_RESULTS);
  const count = words.found.replace("{n}", String(found.length));
  return h("div", { key: field.name },
    h("div", { class: "field" },
      h("label", { for: common.id }, `${field.label}: ${words.search}`),
      h("input", { id: common.id, name: `search ${field.name}`, type: "search", value: "",
        oninput: (event) => { touch(event); form.search[field.name] = event.target.value; ui.render(); } })),
    h("p", { class: "quiet", role: "status" }, count),
    radiosOf(control, field, shown));
}
