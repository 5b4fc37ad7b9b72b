// What each part of the console shows. Nothing here is remembered; `seen` is all there is.

import { h } from "./dom.js";
import { keysOn, setKeys } from "./keys.js";

export const token = (colour) =>
  h("picture", { key: `token-${colour}` },
    h("source", { media: "(prefers-color-scheme: dark)", srcset: `token-${colour}-stage.svg` }),
    h("img", { src: `token-${colour}.svg`, alt: "", width: "28", height: "28" }));

const teamOf = (seen, id) => (seen.teams || []).find((team) => team.id === id);

const paragraphs = (text, kind) =>
  text.split(/\n+/).filter(Boolean).map((line, n) => h("p", { key: `${kind}${n}`, class: kind }, line));

export function cardOf({ seen }) {
  const { card, words } = seen;
  return [
    card.line && h("p", { key: "line", class: "label" }, card.line),
    h("h3", { key: "title" }, card.title),
    ...paragraphs(card.prompt, "prompt"),
    card.notes && h("div", { key: "notes", class: "notes" },
      h("h4", {}, words.notes), ...paragraphs(card.notes, "note")),
    card.options.length > 0 && h("h4", { key: "options-head" }, card.heading),
    card.options.length > 0 && h("ol", { key: "options", class: "options" },
      card.options.map((option, n) => optionOf(seen, card, option, n))),
    card.answers.length > 0 && !card.options.some((o) => o.who && o.who.length) && answersOf(seen, card),
    ...card.told.map((told) => h("div", { key: told.name, class: "told" },
      h("h4", {}, told.name),
      told.lines.length === 1
        ? h("p", {}, told.lines[0])
        : h("ul", {}, told.lines.map((line, n) => h("li", { key: n }, line))))),
  ].filter(Boolean);
}

function optionOf(seen, card, option, n) {
  const who = (option.who || []).map((id) => teamOf(seen, id)).filter(Boolean);
  return h("li", { key: n, class: option.best ? "best" : "" },
    h("span", { class: "cap", "aria-hidden": "true" }, option.letter),
    h("div", {},
      h("p", { class: "option" }, option.text),
      option.points && h("p", { key: "points", class: "points" },
        option.best ? `${option.points} · ${seen.words.best}` : option.points),
      option.feedback && h("p", { key: "feedback", class: "quiet" }, option.feedback),
      who.length > 0 && h("p", { key: "who", class: "who" },
        who.map((team) => h("span", { key: team.id }, token(team.colour), team.name)))));
}

const answersOf = (seen, card) =>
  h("div", { key: "answers", class: "told" }, h("h4", {}, seen.words.answers),
    h("ul", { class: "bare" }, card.answers.map(({ team, text }) =>
      h("li", { key: team }, token(teamOf(seen, team)?.colour || "ink"),
        ` ${teamOf(seen, team)?.name || "?"}: ${text}`))));

export function comingOf({ seen }) {
  const { coming, words } = seen;
  if (!coming) return [];
  if (!coming.piles.length) return [h("p", { key: "none", class: "quiet" }, words.no_card)];
  const due = coming.piles.filter((pile) => pile.due);
  const rest = coming.piles.filter((pile) => !pile.due);
  const line = (pile) => h("li", { key: pile.id },
    h("span", { class: "label" }, pile.pile), " ", h("span", {}, pile.title));
  return [
    ...due.map((pile) => h("div", { key: `due ${pile.id}`, class: "due" },
      h("p", { class: "label" }, coming.chosen ? words.chosen : words.due),
      h("h3", {}, pile.title),
      h("p", { class: "quiet" }, [pile.pile, pile.kind].filter(Boolean).join(" · ")),
      pile.notes && h("p", { key: "notes", class: "quiet" }, pile.notes))),
    rest.length > 0 && h("details", { key: "rest", class: "small" },
      h("summary", {}, words.on_top), h("ul", { class: "bare" }, rest.map(line))),
  ].filter(Boolean);
}

export function planOf({ seen, ask }) {
  const { plan } = seen;
  if (!plan) return [];
  return [
    h("ul", { key: "plan", class: "bare plan" }, plan.lines.map((line, n) => h("li", { key: n }, line))),
    plan.offers.length > 0 && h("div", { key: "offers", class: "buttons" },
      plan.offers.map((offer) => h("button", { key: offer.offer, type: "button", class: "wide",
        onclick: () => ask({ do: "offer", offer: offer.offer }) },
        h("span", {}, offer.label), h("span", { class: "quiet" }, offer.saves)))),
  ].filter(Boolean);
}

export function teamsOf({ seen, ask }) {
  const { words } = seen;
  const give = (team, points) =>
    ask({ do: "control", control: "adjust", values: { team: String(team.id), points: String(points), reason: "" } });
  const step = (team, points, name) =>
    h("button", { key: points, type: "button", class: "round",
      "aria-label": name.replace("{team}", team.name), onclick: () => give(team, points) },
      points > 0 ? "+" : "−");
  return [h("ul", { key: "teams", class: "bare teams" }, (seen.teams || []).map((team) =>
    h("li", { key: team.id, class: team.active ? "active" : "" },
      h("span", { class: "name" }, token(team.colour),
        h("span", {}, team.name, team.active && h("span", { key: "turn", class: "quiet" }, words.turn))),
      h("span", { class: "hand" },
        h("output", { class: "score" }, String(team.customers)),
        team.adjust && step(team, -1, words.take), team.adjust && step(team, 1, words.give))))),
    seen.top.hidden && h("p", { key: "hidden", class: "quiet" }, words.hidden)].filter(Boolean);
}

export function historyOf({ seen, ask }) {
  const { words, top } = seen;
  const steps = [...(seen.history || [])].reverse();
  if (!steps.length) return [h("p", { key: "none", class: "quiet" }, words.nothing_yet)];
  return [h("ol", { key: "steps", class: "bare history", reversed: true }, steps.map((step) =>
    h("li", { key: step.n, class: step.done ? "" : "undone" },
      h("button", { type: "button", "aria-current": step.here ? "step" : null,
        onclick: () => step.here || ask({ do: "go", n: step.n, version: top.version }) },
        step.sentence, !step.done && h("span", { key: "undone", class: "quiet" }, words.undone)))))];
}

export function settingsOf(ui) {
  const { seen, ask, render } = ui;
  const { words } = seen;
  const set = (setting, value) => ask({ do: "setting", name: setting.name, value });
  const field = (setting) => {
    const id = `set-${setting.name}`;
    if (setting.kind === "switch") return toggle(id, setting.label, setting.value, (on) => set(setting, on));
    const choose = (event) => set(setting, event.target.selectedIndex);
    return h("div", { key: id, class: "field" },
      h("label", { for: id }, setting.label),
      h("select", { id, onchange: choose, value: String(setting.value) },
        setting.choices.map((one) => h("option", { key: String(one.value), value: String(one.value) }, one.label))));
  };
  return [h("div", { key: "fields", class: "fields" }, (seen.settings || []).map(field),
    toggle("keys", words.keys, keysOn(), (on) => { setKeys(on); render(); }),
    h("p", { key: "keys-told", class: "quiet" }, words.keys_told))];
}

const toggle = (id, label, checked, set) =>
  h("div", { key: id, class: "field switch" },
    h("input", { id, type: "checkbox", checked, onchange: (event) => set(event.target.checked) }),
    h("label", { for: id }, label));

export function devicesOf({ seen, ask, asks, twice }) {
  const { words } = seen;
  const home = ({ n, name }) => {
    const id = `home-${n}`;
    const label = asks(id) ? words.sure.replace("{what}", words.send_home) : words.send_home;
    return h("button", { type: "button", class: "danger", "aria-label": `${label} (${name})`,
      onclick: () => twice({ id, danger: true }, () => ask({ do: "home", guest: n })) }, label);
  };
  const list = (key, name, items, none) => h("div", { key, class: "told" }, h("h3", {}, name),
    items.length ? h("ul", {}, items.map((item, n) => h("li", { key: n }, item))) : h("p", { class: "quiet" }, none));
  const devices = seen.devices || { buzzers: [], consoles: [] };
  return [
    list("buzzers", words.buzzers, devices.buzzers, words.no_buzzers),
    h("div", { key: "consoles", class: "told" }, h("h3", {}, words.consoles),
      h("ul", { class: "bare devices" }, devices.consoles.map((one) =>
        h("li", { key: one.n }, h("span", {}, one.name), home(one))))),
  ];
}
