// Placing messages: chat and channel, threads below their card, days between, and reading left in peace.

import { words } from "./server.js";

const sides = { chat: list("chat"), channel: list("channel") };
const threadTemplate = document.getElementById("thread-template");
const replyTemplate = document.getElementById("reply-template");

function list(side) {
  const box = document.querySelector(`#${side} .messages`);
  const below = document.querySelector(`#${side} .new-below`);
  below.addEventListener("click", () => {
    toEnd(box);
    box.focus();
  });
  box.addEventListener("scroll", () => atEnd(box) && (below.hidden = true), { passive: true });
  return { box, below };
}

const atEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 120;
const toEnd = (box) => (box.scrollTop = box.scrollHeight);

/** Take in a batch. Live messages open their thread and scroll along, unless somebody is reading further up. */
export function takeIn(batch, me) {
  const reading = Object.fromEntries(Object.entries(sides).map(([key, { box }]) => [key, !atEnd(box)]));
  const fresh = new Set();
  for (const one of batch.messages) {
    const known = document.getElementById(`m${one.id}`);
    if (!one.html) known && remove(known);
    else if (known) replace(known, one);
    else {
      add(one, batch.first);
      fresh.add(one.side);
      if (one.author === me) reading[one.side] = false;
    }
  }
  for (const [key, { box, below }] of Object.entries(sides)) {
    divide(box);
    box.classList.toggle("filled", Boolean(box.querySelector(".message")));
    if (batch.first || (fresh.has(key) && !reading[key])) toEnd(box);
    else if (fresh.has(key)) below.hidden = false;
    else if (!reading[key] && batch.messages.length) toEnd(box);
  }
  return fresh;
}

/** The newest message of the bot in the private chat: what has been read once it is on screen. */
export function newestInChat() {
  const all = sides.chat.box.querySelectorAll(".message:not(.mine)");
  return all.length ? Number(all[all.length - 1].dataset.message) : 0;
}

export const scrollToEnd = (side) => toEnd(sides[side].box);

function element(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.firstElementChild;
}

function add(one, first) {
  const shown = element(one.html);
  const parent = one.thread && document.getElementById(`m${one.thread}`);
  if (!first) shown.classList.add("arrived");
  if (!parent) {
    if (one.side === "channel") shown.querySelector(".message-body").append(replyTemplate.content.cloneNode(true));
    sides[one.side].box.append(shown);
    return;
  }
  const thread = parent.querySelector(".thread") || newThread(parent);
  thread.querySelector(".replies").append(shown);
  if (!first) thread.open = true;
  count(thread);
}

function newThread(parent) {
  const body = parent.querySelector(".message-body");
  body.append(threadTemplate.content.cloneNode(true));
  const thread = body.querySelector(".thread");
  body.append(body.querySelector(".reply")); // below the replies
  return thread;
}

function count(thread) {
  const replies = thread.querySelectorAll(".message");
  const last = replies[replies.length - 1];
  thread.hidden = !replies.length;
  thread.querySelector(".count").textContent =
    replies.length === 1 ? words.reply : words.replies.replace("%", replies.length);
  thread.querySelector(".latest").textContent = last ? words.latest.replace("%", last.dataset.preview) : "";
}

function replace(known, one) {
  const shown = element(one.html);
  const held = known.contains(document.activeElement) && document.activeElement.dataset.payload;
  const rest = [...known.querySelectorAll(":scope > .message-body > :is(.thread, .reply)")];
  shown.querySelector(".message-body").append(...rest);
  known.replaceWith(shown);
  if (held) {
    const buttons = [...shown.querySelectorAll("[data-payload]")];
    (buttons.find((b) => b.dataset.payload === held) || buttons[0])?.focus();
  }
  const thread = shown.parentElement.closest(".thread");
  if (thread) count(thread);
}

function remove(known) {
  const thread = known.parentElement.closest(".thread");
  known.remove();
  if (thread) count(thread);
}

/** A line between messages of different days. */
function divide(box) {
  for (const line of box.querySelectorAll(".day")) line.remove();
  let day = "";
  for (const one of box.querySelectorAll(":scope > .message")) {
    if (one.dataset.day !== day) {
      const line = document.createElement("p");
      line.className = "day";
      line.textContent = one.dataset.dayLabel;
      one.before(line);
      day = one.dataset.day;
    }
  }
}
