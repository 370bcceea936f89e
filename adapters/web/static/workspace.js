// The page comes alive: the stream, buttons in messages, the clock, the two sides, who has news.

import "./composer.js";
import { show, toast } from "./dialogs.js";
import { newestInChat, scrollToEnd, takeIn } from "./messages.js";
import { newEvent, post, words } from "./server.js";

const { person, zone, channel, chat } = document.body.dataset;
const language = document.documentElement.lang;
const offline = document.getElementById("offline");
const find = (selector) => document.querySelector(selector);

/** Do it; a problem becomes a note. */
async function attempt(work) {
  try {
    return await work();
  } catch (problem) {
    toast(problem.message, "warning");
  }
}

// The stream. A page that was away gets what it missed: the browser names the last revision it saw.
const stream = new EventSource(`/events?as=${encodeURIComponent(person)}`);
stream.addEventListener("messages", (event) => {
  const fresh = takeIn(JSON.parse(event.data), person);
  idle();
  for (const side of fresh) if (document.body.dataset.side !== side) tabDot(side, true);
  markSeen();
});
stream.addEventListener("unread", (event) => {
  for (const [name, count] of Object.entries(JSON.parse(event.data))) {
    const link = find(`.people [data-person="${name.slice(1)}"] .dot`);
    if (link) link.hidden = !count || name === chat;
  }
});
stream.addEventListener("ahead", (event) => setClock(JSON.parse(event.data)));
stream.addEventListener("open", () => (offline.hidden = true));
stream.addEventListener("error", () => {
  offline.textContent = words.offline;
  offline.hidden = false;
  // a server that answered with an error ends the stream for good; a new page begins anew
  if (stream.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 3000);
});
addEventListener("pagehide", () => stream.close());
addEventListener("pageshow", (event) => event.persisted && location.reload());

// Reading: what is on screen counts as seen.
let seen = 0;
function markSeen() {
  const newest = newestInChat();
  const visible = document.visibilityState === "visible" && find("#chat").offsetParent !== null;
  if (!visible || newest <= seen) return;
  seen = newest;
  post("/seen", { message: newest }).catch(() => (seen = 0)); // told again with the next message
}
document.addEventListener("visibilitychange", markSeen);

// Buttons in messages and private cards.
document.addEventListener("click", async (click) => {
  const button = click.target.closest("[data-payload]:is(button)");
  if (!button || button.getAttribute("aria-busy")) return;
  const message = button.closest(".message");
  const inChannel = Boolean(button.closest("#channel"));
  const root = inChannel ? button.closest(".messages > .message") : null;
  const from = { channel: inChannel ? channel : chat, thread: root?.dataset.message, message: message?.dataset.message };
  button.setAttribute("aria-busy", "true");
  const answer = await attempt(() => post("/press", { event: newEvent(), payload: button.dataset.payload, ...from }));
  if (answer?.later) {
    setTimeout(() => button.removeAttribute("aria-busy"), 4000); // the stream's next message ends it sooner
    if (button.closest("dialog")) find("#dialog").close();
  } else {
    button.removeAttribute("aria-busy");
    if (answer) show(answer, from);
  }
});
const idle = () => {
  for (const busy of document.querySelectorAll(".message [aria-busy]")) busy.removeAttribute("aria-busy");
};

// Threads: the composer of the channel answers in one.
const channelForm = find('.composer[data-where="channel"]');
function replyTo(message) {
  const note = channelForm.querySelector(".replying");
  note.hidden = !message;
  if (message) {
    channelForm.dataset.thread = message.dataset.message;
    note.querySelector("span").textContent = words.inThread.replace("%", message.dataset.preview);
  } else delete channelForm.dataset.thread;
  channelForm.querySelector("textarea").focus();
}
find("#channel").addEventListener("click", (click) => {
  if (click.target.closest(".reply")) replyTo(click.target.closest(".messages > .message"));
  if (click.target.closest(".replying button")) replyTo(null);
});
channelForm.addEventListener("keydown", (key) => key.key === "Escape" && channelForm.dataset.thread && replyTo(null));

// Home, and emptying the chat.
find("#home").addEventListener("click", () =>
  attempt(async () => show(await post("/home", { event: newEvent() }), { channel: chat })),
);
find("#empty").addEventListener("click", () => {
  if (confirm(words.emptyReally)) attempt(() => post("/empty", {}));
});

// The clock ticks on the desk's time, not on this machine's.
let behind = 0;
const inWords = (parts) => new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { timeZone: zone, ...parts });
const sayDate = inWords({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const sayTime = inWords({ hour: "2-digit", minute: "2-digit" });
function setClock({ now, moved }) {
  behind = new Date(now) - Date.now();
  find("#moved").hidden = !moved;
  find(".clock").classList.toggle("is-moved", moved);
  tick();
}
function tick() {
  const now = new Date(Date.now() + behind);
  const shown = find("#now");
  shown.querySelector(".date").textContent = sayDate.format(now);
  shown.querySelector(".time").textContent = sayTime.format(now);
  shown.dateTime = now.toISOString();
}
setInterval(tick, 5000);
const move = (to) => attempt(async () => setClock(await post("/clock", to)));
for (const button of document.querySelectorAll("[data-hours]"))
  button.addEventListener("click", () => move({ hours: Number(button.dataset.hours) }));
find("#to-date").addEventListener("submit", (event) => {
  event.preventDefault();
  find("#to-date").hidePopover();
  move({ to: find("#clock-date").value });
});
find("#to-date").addEventListener("beforetoggle", (event) => {
  // before it opens: "toggle" comes later, and would overwrite what somebody has typed by then
  if (event.newState === "open") find("#clock-date").value = new Date(Date.now() + behind + 86400000).toISOString().slice(0, 10);
});
find("#to-date").addEventListener("toggle", (event) => event.newState === "open" && find("#clock-date").focus());

// Narrow windows: one side at a time.
function tabDot(side, on) {
  find(`.tabs [data-show="${side}"] .dot`).hidden = !on;
}
function showSide(side) {
  document.body.dataset.side = side;
  sessionStorage.setItem("side", side);
  for (const tab of document.querySelectorAll(".tabs button"))
    tab.setAttribute("aria-pressed", String(tab.dataset.show === side));
  tabDot(side, false);
  scrollToEnd(side);
  markSeen();
}
for (const tab of document.querySelectorAll(".tabs button"))
  tab.addEventListener("click", () => showSide(tab.dataset.show));
showSide(sessionStorage.getItem("side") ?? "chat");
find("[aria-current=page]").scrollIntoView({ block: "nearest", inline: "center" });
