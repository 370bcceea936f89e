// The one dialog (forms, private cards) and the passing notes.

import { newEvent, post, words } from "./server.js";

const dialog = document.getElementById("dialog");
const toasts = document.getElementById("toasts");
let opener = null; // where the focus returns to
let origin = {}; // where on the page the dialog came from

/** Say something in passing; warnings stay longer. */
export function toast(text, tone = "neutral") {
  const note = document.createElement("div");
  note.className = `toast tone-${tone}`;
  const said = document.createElement("p");
  said.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "chip icon icon-close";
  close.setAttribute("aria-label", words.dismiss);
  close.addEventListener("click", () => note.remove());
  note.append(said, close);
  toasts.append(note);
  (dialog.open ? dialog : document.body).append(toasts); // above a dialog, and within reach there
  setTimeout(() => note.remove(), tone === "neutral" || tone === "good" ? 7000 : 12000);
}

/** Show what the desk answered: a form, a private card, a note, or nothing. */
export function show(answer, from = {}) {
  if (answer.form || answer.card) {
    if (!dialog.open) opener = document.activeElement;
    origin = from;
    document.body.append(toasts);
    dialog.innerHTML = answer.form || answer.card;
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    firstField()?.focus();
    return;
  }
  dialog.close();
  if (answer.note) toast(answer.note, answer.tone);
}

function firstField() {
  return (
    dialog.querySelector(".field input:checked, .field input, .field select, .field textarea") ||
    dialog.querySelector("[data-close], [type=submit]")
  );
}

dialog.addEventListener("close", () => {
  document.body.append(toasts);
  dialog.replaceChildren();
  if (opener?.isConnected) opener.focus();
  opener = null;
});

dialog.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) dialog.close();
});

dialog.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector("[type=submit]");
  if (button.getAttribute("aria-busy")) return;
  clear(form);
  const missing = Object.fromEntries(
    [...form.querySelectorAll("[data-missing]")].filter(isEmpty).map((f) => [f.dataset.field, f.dataset.missing]),
  );
  if (Object.keys(missing).length) return complain(form, missing);
  button.setAttribute("aria-busy", "true");
  try {
    const sent = { event: newEvent(), payload: form.dataset.payload, values: valuesOf(form), ...origin };
    const answer = await post("/submit", sent);
    if (answer.errors) complain(form, answer.errors);
    else show(answer, origin);
  } catch (problem) {
    complain(form, { "": problem.message });
  } finally {
    button.removeAttribute("aria-busy");
  }
});

const controls = (field) => [...field.querySelectorAll("input, select, textarea")];

function valueOf(field) {
  const all = controls(field);
  if (all[0].type !== "radio" && all[0].type !== "checkbox") return all[0].value;
  const chosen = all.filter((one) => one.checked).map((one) => one.value);
  return "several" in field.dataset ? chosen : (chosen[0] ?? "");
}

const isEmpty = (field) => !valueOf(field).toString().trim();

const valuesOf = (form) =>
  Object.fromEntries([...form.querySelectorAll(".field")].map((f) => [f.dataset.field, valueOf(f)]));

function clear(form) {
  for (const error of form.querySelectorAll(".error")) error.hidden = true;
  for (const bad of form.querySelectorAll("[aria-invalid]")) bad.removeAttribute("aria-invalid");
}

/** Put each error beside its field and go to the first; what belongs to no field stands on top. */
function complain(form, errors) {
  const fields = [...form.querySelectorAll(".field")].filter((f) => f.dataset.field in errors);
  for (const field of fields) {
    const place = field.querySelector(".error");
    place.textContent = errors[field.dataset.field];
    place.hidden = false;
    for (const control of controls(field)) control.setAttribute("aria-invalid", "true");
  }
  const known = new Set(fields.map((f) => f.dataset.field));
  const rest = Object.keys(errors).filter((name) => !known.has(name));
  if (rest.length) {
    const top = form.querySelector(".form-error");
    top.textContent = rest.map((name) => errors[name]).join(" ");
    top.hidden = false;
    top.scrollIntoView({ block: "nearest" });
  }
  if (fields.length) (controls(fields[0]).find((c) => c.checked) || controls(fields[0])[0]).focus();
}
