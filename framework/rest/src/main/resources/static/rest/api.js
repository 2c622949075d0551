import { colour, send, show } from "./json.js";

const exchange = document.querySelector("[data-exchange]");
const shown = exchange.querySelector("[data-body]");
colour(shown, shown.textContent);

// Of a method that offers a form and raw text, one is seen at a time.
for (const tabs of document.querySelectorAll("[data-tabs]")) {
  const buttons = [...tabs.querySelectorAll("button")];
  const select = (chosen) => {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button === chosen));
      document.getElementById(button.dataset.panel).hidden = button !== chosen;
    }
  };
  for (const button of buttons) button.addEventListener("click", () => select(button));
  select(buttons[0]);
}

for (const form of document.querySelectorAll("form[data-method]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const method = form.dataset.method;
    if (method === "DELETE" && !confirm("Delete this object? This cannot be undone.")) return;
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    try {
      const answer = await send(method, form.action, content(form));
      exchange.querySelector("[data-request-method]").textContent = method;
      exchange.querySelector("[data-request-method]").className = `method method-${method.toLowerCase()}`;
      show(exchange, answer);
      mark(form, answer);
    } catch (error) {
      show(exchange, {
        status: 0,
        statusText: "No answer",
        headers: [],
        text: `The server could not be reached: ${error.message}. Check that it runs, then send again.`,
      });
      exchange.querySelector("[data-status]").classList.add("is-bad");
    } finally {
      button.disabled = false;
      exchange.scrollIntoView({ block: "start" });
      exchange.focus({ preventScroll: true });
    }
  });
}

function content(form) {
  const raw = form.querySelector("textarea[data-raw]");
  if (raw) return { headers: { "Content-Type": form.querySelector("[data-media-type]").value }, body: raw.value };
  if (form.dataset.method === "DELETE") return {};
  const data = new FormData(form);
  if (form.enctype === "multipart/form-data") return { body: data };
  return { body: new URLSearchParams(data) };
}

/** Errors by field are shown at the fields as well. */
function mark(form, answer) {
  for (const old of form.querySelectorAll("[data-sent-error]")) old.remove();
  for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  if (answer.status !== 400) return;
  let errors;
  try {
    errors = JSON.parse(answer.text);
  } catch {
    return;
  }
  for (const [name, texts] of Object.entries(errors)) {
    const input = form.elements.namedItem(name);
    if (!(input instanceof HTMLElement)) continue;
    input.setAttribute("aria-invalid", "true");
    const note = document.createElement("p");
    note.dataset.sentError = "";
    note.className = "field-errors";
    note.textContent = [texts].flat().map((text) => (typeof text === "string" ? text : JSON.stringify(text))).join(" ");
    input.after(note);
  }
}
