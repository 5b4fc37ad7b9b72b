// The clock of the wall, told here by the game's time: no message a second for each browser.

export function clocks(seen, link) {
  const node = document.getElementById("clock");
  const clock = seen.clock;
  if (!node || !clock) return;
  const left = clock.ends ? Math.max(0, clock.ends - link.now()) : clock.left;
  const seconds = Math.ceil(left / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  if (node.textContent !== text) node.textContent = text;
}
