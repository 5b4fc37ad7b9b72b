// The console: what the game shows of itself, and what the facilitator asks of it.

import { clocks } from "./clocks.js";
import { h, patch } from "./dom.js";
import { asks, controlsOf, forms, label, press, twice } from "./forms.js";
import { clicker } from "./keys.js";
import { Link } from "./link.js";
import { cardOf, comingOf, devicesOf, historyOf, planOf, settingsOf, teamsOf } from "./parts.js";

const seen = { words: JSON.parse(document.body.dataset.words) };
let state = "connecting";

const link = new Link({
  parts(parts) {
    tell(parts.history);
    Object.assign(seen, parts);
    render();
  },
  receipt(receipt) {
    forms.receipt(receipt);
    say(receipt.sentence || (receipt.stale ? seen.words.stale : ""), !receipt.done);
    render();
  },
  state(now) {
    state = now;
    render();
  },
});

const ask = (command) => link.ask(command);
const ui = { seen, ask, asks, twice, render: () => render(), say: (text) => say(text, false) };

// -- what is told aloud: the newest step, and what was refused; never every second

let told = 0;
let hush;

function tell(steps) {
  if (!steps || !steps.length) return;
  const last = steps.findLast((step) => step.done);
  if (last && told && last.n > told) {
    clearTimeout(hush);
    hush = setTimeout(() => (document.getElementById("live").textContent = last.sentence), 600);
  }
  told = last ? last.n : told;
}

let passing = { text: "", bad: false };
let passes;

function say(text, bad) {
  if (!text) return;
  passing = { text, bad };
  clearTimeout(passes);
  passes = setTimeout(() => {
    passing = { text: "", bad: false };
    render();
  }, 6000);
}

// -- the page

function render() {
  const focus = document.activeElement;
  const home = focus?.closest("section")?.id;
  const { words } = seen;
  document.documentElement.lang = words.lang;
  document.title = seen.top ? `${seen.top.title} · ${words.title}` : words.title;
  document.body.classList.toggle("away", state !== "open");
  patch(document.getElementById("trouble"), troubles(words));
  patch(document.getElementById("head"), head(words));
  patch(document.getElementById("main"), seen.top ? body(words) : []);
  patch(document.getElementById("bar"), seen.top ? bar(words) : []);
  // Whoever went through the page by keys is never sent back to its top.
  if (focus && focus !== document.body && !focus.isConnected) {
    (document.getElementById(`${home}-head`) || document.getElementById("main")).focus();
  }
  clocks(seen, link);
}

function troubles(words) {
  const found = [];
  const why = { connecting: words.connecting, lost: words.lost, gone: words.gone };
  const away = { closed: words.closed, stranger: words.stranger };
  if (why[state] || away[state]) found.push(h("span", { key: "away" }, why[state] || away[state]));
  if (passing.text) {
    found.push(h("span", { key: "told", class: passing.bad ? "bad" : "" }, passing.text));
  }
  if (seen.notice) found.push(h("span", { key: "notice" }, seen.notice));
  return found;
}

function head(words) {
  const top = seen.top;
  if (!top) return [h("h1", {}, words.title)];
  return [
    h("h1", {}, top.title),
    h("p", { class: "where" }, top.where),
    seen.clock && h("p", { key: "clock", class: "clock" },
      h("span", { class: "label" }, seen.clock.label), h("time", { id: "clock" })),
    seen.plan && seen.plan.sign && h("p", { key: "sign", class: "sign" }, seen.plan.sign),
  ].filter(Boolean);
}

function body(words) {
  const groups = seen.controls || [];
  // A group that has lost its last control is still there for a form somebody is typing into.
  const only = (...names) => names.map((name) =>
    groups.find((group) => group.group === name) || { group: name, label: "", controls: [] });
  // Which card comes next is chosen where the next card is; all else of a card is of this moment.
  const searches = (control) => control.fields.some((field) => field.kind === "card");
  const split = (wanted) => only("card").map((group) => (
    { ...group, group: wanted ? "coming" : "card", controls: group.controls.filter((c) => searches(c) === wanted) }));
  const part = (id, name, ...inside) => {
    const shown = inside.flat(9).filter(Boolean);
    return shown.length > 0 && section(id, name, shown);
  };
  return [
    h("div", { key: "left", class: "column" },
      seen.card && part("card", words.card, cardOf(ui)),
      part("coming", words.coming, comingOf(ui), controlsOf(ui, split(true)))),
    h("div", { key: "middle", class: "column" },
      part("steps", words.steps, controlsOf(ui, [...only("step", "bell"), ...split(false)])),
      part("time", words.time, planOf(ui), controlsOf(ui, only("time"))),
      part("hold", words.hold, controlsOf(ui, only("hold"))),
      part("history", words.history, historyOf(ui))),
    h("div", { key: "right", class: "column" },
      part("scores", words.scores, teamsOf(ui), controlsOf(ui, only("score"))),
      folded("teams", words.teams, controlsOf(ui, only("teams"))),
      folded("rules", words.rules, controlsOf(ui, only("rules"))),
      folded("settings", words.settings, settingsOf(ui)),
      folded("session", words.session, controlsOf(ui, only("session")), devicesOf(ui))),
  ];
}

function section(id, name, inside) {
  return h("section", { key: id, id, "aria-labelledby": `${id}-head` },
    h("h2", { id: `${id}-head`, tabindex: "-1" }, name), ...inside);
}

function folded(id, name, ...inside) {
  return h("section", { key: id, id, "aria-labelledby": `${id}-head` },
    h("details", {},
      h("summary", { id: `${id}-sum` }, h("h2", { id: `${id}-head`, tabindex: "-1" }, name)),
      ...inside));
}

function bar(words) {
  const { top } = seen;
  const plain = (key, label, command, on) =>
    h("button", { key, type: "button", class: key, "aria-disabled": String(!on),
      onclick: () => on && ask(command) }, label);
  // What the moment waits for; the style sheet shows it here where the rest is out of the thumb's reach.
  const asked = (seen.controls || []).flatMap((group) =>
    group.controls.filter((control) => control.asked).map((control) => [group, control]));
  return [
    asked.length > 0 && h("div", { key: "asking", class: "asking" }, asked.map(([group, control]) =>
      h("button", { key: control.id, type: "button", class: "asked", onclick: () => press(group, control) }, label({ ...control, value: "" })))),
    plain("undo", words.undo, { do: "undo", version: top.version }, top.undo),
    plain("redo", words.redo, { do: "redo", version: top.version }, top.redo),
    plain("next", words.next, { do: "next", moment: top.moment }, true),
  ].filter(Boolean);
}

clicker(ui);
forms.start(ui);
render();
link.open();
setInterval(() => clocks(seen, link), 250);
