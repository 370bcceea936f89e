// Writing: paste, files, sample mails. What was typed stays until the desk has it.

import { newEvent, post, Problem, words } from "./server.js";
import { toast } from "./dialogs.js";

const person = document.body.dataset.person;
const readable = /\.(eml|msg|txt)$/i;

for (const form of document.querySelectorAll(".composer")) composer(form);

function composer(form) {
  const where = form.dataset.where;
  const text = form.querySelector("textarea");
  const shelf = form.querySelector(".attached");
  const place = `draft ${person} ${where}`;
  let files = [];
  let event = newEvent(); // of what is being written: sending it again is the same act
  let sending = false;
  text.value = sessionStorage.getItem(place) ?? "";

  const changed = () => {
    event = newEvent();
    sessionStorage.setItem(place, text.value);
  };
  text.addEventListener("input", changed);
  text.addEventListener("keydown", (key) => {
    if (key.key === "Enter" && !key.shiftKey && !key.isComposing) {
      key.preventDefault();
      form.requestSubmit();
    }
  });

  form.addEventListener("submit", async (submit) => {
    submit.preventDefault();
    if (sending || (!text.value.trim() && !files.length)) return text.focus();
    const data = new FormData();
    const fields = { event, person, channel: document.body.dataset[where], thread: form.dataset.thread ?? "" };
    for (const [name, value] of Object.entries({ ...fields, text: text.value })) data.append(name, value);
    for (const file of files) data.append("files", file, file.name);
    const size = new Blob([text.value]).size + files.reduce((sum, file) => sum + file.size, 0);
    if (size > words.largest - 4096) return toast(words.tooLarge, "warning");
    sending = true;
    const button = form.querySelector("[type=submit]");
    button.setAttribute("aria-busy", "true");
    const [sentText, sentFiles] = [text.value, files];
    try {
      await post("/say", data);
      if (text.value === sentText) text.value = "";
      files = files.filter((file) => !sentFiles.includes(file));
      changed();
      draw();
    } catch (problem) {
      toast(problem instanceof Problem ? problem.message : words.unreadable, "warning");
    } finally {
      sending = false;
      button.removeAttribute("aria-busy");
      text.focus();
    }
  });

  function draw() {
    shelf?.replaceChildren(
      ...files.map((file) => {
        const item = document.createElement("li");
        item.className = "file";
        item.textContent = file.name;
        const drop = document.createElement("button");
        drop.type = "button";
        drop.className = "chip icon icon-close";
        drop.setAttribute("aria-label", words.remove.replace("%", file.name));
        drop.addEventListener("click", () => {
          files = files.filter((one) => one !== file);
          changed();
          draw();
          text.focus();
        });
        item.append(drop);
        return item;
      }),
    );
  }

  async function attach(chosen) {
    for (const file of chosen) {
      if (!readable.test(file.name)) toast(words.wrongKind, "warning");
      else if (file.size > words.largest - 4096) toast(words.tooLarge, "warning");
      else {
        // read now: a file that is gone when it is sent would fail without a reason
        const bytes = await file.arrayBuffer().catch(() => null);
        if (bytes === null) toast(words.unreadable, "warning");
        else files = [...files, new File([bytes], file.name, { type: "message/rfc822" })];
      }
    }
    changed();
    draw();
    text.focus();
  }

  if ("drop" in form.dataset) takeFiles(form, attach);
}

function takeFiles(form, attach) {
  const side = form.closest(".side");
  const input = form.querySelector("input[type=file]");
  input.addEventListener("change", async () => {
    await attach([...input.files]);
    input.value = "";
  });
  let inside = 0; // dragging over children leaves and enters again
  const holdsFiles = (drag) => drag.dataTransfer?.types.includes("Files");
  const over = (count) => {
    inside = count;
    side.classList.toggle("dropping", inside > 0);
  };
  side.addEventListener("dragenter", (drag) => holdsFiles(drag) && over(inside + 1));
  side.addEventListener("dragleave", (drag) => holdsFiles(drag) && over(Math.max(0, inside - 1)));
  side.addEventListener("drop", (drag) => {
    over(0);
    if (holdsFiles(drag)) attach([...drag.dataTransfer.files]);
  });
  for (const name of ["dragover", "drop"]) // a file that misses must not replace the page
    document.addEventListener(name, (drag) => holdsFiles(drag) && drag.preventDefault());

  const menu = form.querySelector(".samples");
  menu.addEventListener("click", async (click) => {
    const name = click.target.closest("[data-sample]")?.dataset.sample;
    if (!name) return;
    menu.hidePopover();
    try {
      const mail = await (await fetch(`/samples/${encodeURIComponent(name)}`)).blob();
      await attach([new File([mail], name)]);
    } catch {
      toast(words.unreachable, "warning");
    }
  });
  menu.addEventListener("toggle", (toggled) => toggled.newState === "open" && menu.querySelector("button").focus());
  menu.addEventListener("keydown", (key) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key.key];
    if (!step) return;
    key.preventDefault();
    const all = [...menu.querySelectorAll("button")];
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  });
}
