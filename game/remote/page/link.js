// The connection to the game: it comes back by itself, and nothing that was pressed is done twice.

const PASS = "cxgame-pass";
const NO_ENTRY = 4401;
const WAITS = [300, 600, 1200, 2500, 4000];
const DEAF_MS = 12000; // The game is heard every five seconds, whatever happens in it.
const STALE_MS = 8000; // What could not be sent for so long is not meant any more.

export class Link {
  constructor(hear) {
    this.hear = hear; // told: parts, receipt, state
    this.unsent = new Map();
    this.tries = 0;
    this.offset = 0; // the game's milliseconds less this page's
    this.pass = "";
    const ticket = location.hash.slice(1);
    this.ticket = /^[\w-]{16,}$/.test(ticket) ? ticket : "";
    // A ticket is worth nothing once it is used: it stays in no history and on no screen.
    if (this.ticket) history.replaceState(null, "", location.pathname);
    setInterval(() => this.watch(), 1000);
    addEventListener("online", () => this.open());
    document.addEventListener("visibilitychange", () => document.hidden || this.open());
  }

  open() {
    if (this.socket && this.socket.readyState < 2) return;
    clearTimeout(this.timer);
    const pass = (this.pass = read() || this.pass);
    if (!this.ticket && !pass) return this.hear.state("stranger");
    const socket = (this.socket = new WebSocket(`ws://${location.host}/socket`));
    this.heard = performance.now();
    socket.onopen = () => socket.send(JSON.stringify(this.ticket ? { ticket: this.ticket } : { pass }));
    // What an earlier connection still has to say, its end above all, is not about this one.
    socket.onmessage = (event) => socket === this.socket && this.take(JSON.parse(event.data));
    socket.onclose = (event) => socket === this.socket && this.lost(event.code);
  }

  // A tablet that slept, or whose network went without a word, holds a connection that is none: it
  // would show yesterday's card as that of the moment.
  watch() {
    const socket = this.socket;
    if (!socket || socket.readyState > 1 || performance.now() - this.heard < DEAF_MS) return;
    this.socket = null;
    socket.close();
    this.lost(0);
  }

  take(message) {
    this.heard = performance.now();
    if ("welcome" in message) {
      if (message.welcome) write((this.pass = message.welcome));
      this.ticket = "";
      this.tries = 0;
      this.hear.state("open");
      this.again();
    } else if (message.receipt) {
      this.unsent.delete(message.receipt.id);
      this.hear.receipt(message.receipt);
    } else if (message.parts) {
      this.offset = message.now - performance.now();
      this.hear.parts(message.parts);
    }
  }

  lost(code) {
    if (code === NO_ENTRY && this.ticket && this.pass) {
      // An old ticket in a browser that was let in before: the pass may still be good.
      this.ticket = "";
      return this.open();
    }
    if (code === NO_ENTRY) {
      write("");
      this.ticket = this.pass = "";
      return this.hear.state("closed");
    }
    this.hear.state(this.tries < WAITS.length ? "lost" : "gone");
    const wait = WAITS[Math.min(this.tries++, WAITS.length - 1)];
    this.timer = setTimeout(() => this.open(), wait);
  }

  // Ask for something; the id makes it one thing however often it is sent.
  ask(command) {
    const id = name();
    this.unsent.set(id, { text: JSON.stringify({ id, ...command }), at: performance.now() });
    if (this.socket && this.socket.readyState === 1) this.socket.send(this.unsent.get(id).text);
    return id;
  }

  again() {
    for (const [id, { text, at }] of this.unsent) {
      if (performance.now() - at < STALE_MS) this.socket.send(text);
      else {
        this.unsent.delete(id);
        this.hear.receipt({ id, done: false, sentence: "", field: "", stale: true });
      }
    }
  }

  now() {
    return performance.now() + this.offset;
  }
}

function name() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

// Some browsers keep nothing; then a reload needs a new ticket.
function read() {
  try {
    return localStorage.getItem(PASS) || "";
  } catch {
    return "";
  }
}

function write(pass) {
  try {
    if (pass) localStorage.setItem(PASS, pass);
    else localStorage.removeItem(PASS);
  } catch {
    // Then this page works for as long as it stays open.
  }
}
