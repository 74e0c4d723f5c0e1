"use strict";
// Sends a changed answer as it is given, and replaces what it changes; without this script every form has its button.

const questions = document.getElementById("questions");
const status = document.getElementById("status");

function tell(words) {
  if (status) status.textContent = words;
}

function element(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return template.content.firstElementChild;
}

function identity(field) {
  const form = field.closest("form");
  return form && form.id ? [form.id, field.name, field.type === "radio" || field.type === "checkbox" ? field.value : ""].join("|") : field.id;
}

function fieldOf(wanted) {
  return [...document.querySelectorAll("input, select, textarea")].find((field) => identity(field) === wanted);
}

// what somebody is typing elsewhere stays, with the place of the cursor, while the questions are replaced
function keeping(replace) {
  const active = document.activeElement;
  const kept = active && active.matches("input, select, textarea") ? identity(active) : null;
  const begin = kept && "selectionStart" in active ? active.selectionStart : null;
  const typed = [...document.querySelectorAll("input:not([type]), textarea")]
    .filter((field) => field.value !== field.defaultValue)
    .map((field) => [identity(field), field.value]);
  replace();
  for (const [wanted, value] of typed) {
    const field = fieldOf(wanted);
    if (field) field.value = value;
  }
  const field = kept && fieldOf(kept);
  if (field) {
    field.focus({ preventScroll: true });
    if (begin !== null && field.setSelectionRange && field.type !== "radio") {
      try { field.setSelectionRange(begin, begin); } catch { /* a field of this type has no cursor */ }
    }
  }
}

async function ask(address, options) {
  const answer = await fetch(address, { ...options, headers: { Accept: "application/json" } });
  return answer.json();
}

let asked = 0;

async function refresh() {
  const number = ++asked;
  const rest = await ask(document.getElementById("interview").dataset.rest);
  if (!rest.questions || number !== asked) return;
  keeping(() => {
    document.getElementById("open").innerHTML = rest.open;
    questions.innerHTML = rest.questions;
  });
}

async function send(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  tell("Saving…");
  try {
    const answer = await ask(form.action, { method: "POST", body });
    if (!answer.question) throw new Error(answer.what || "The answer was not taken.");
    keeping(() => form.replaceWith(element(answer.question)));
    if (answer.beside) {
      document.getElementById("beside").innerHTML = answer.beside;
      tell("Saved.");
      await refresh();
    } else {
      tell("Not saved: see the question.");
    }
  } catch (error) {
    tell(`Not saved: ${error.message} What you typed is still here; try again.`);
  }
}

if (questions) {
  document.documentElement.classList.add("scripted");
  questions.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-answer]");
    if (form) send(form);
  });
  questions.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-answer]");
    if (!form) return;
    event.preventDefault();
    send(form, event.submitter);
  });
}

async function summaries() {
  for (const row of document.querySelectorAll("[data-summary]")) {
    const answer = await fetch(row.dataset.summary);
    if (!answer.ok) continue;
    const body = document.createElement("tbody");
    body.innerHTML = await answer.text();
    row.replaceWith(body.firstElementChild);
  }
}

summaries();

async function watch() {
  const state = document.getElementById("state");
  if (!state) return;
  while (state.querySelector("[data-busy]")) {
    await new Promise((after) => setTimeout(after, 1000));
    state.innerHTML = await (await fetch(state.dataset.state)).text();
  }
}

watch();
