// Checks single fields while a form is filled in: inputs with data-live are sent, alone, to the address of their
// form when the visitor leaves them changed. Without this script the form says the same once it is sent.
(() => {
  const running = new Map();

  // The inputs that make up one field: of the same name, or the parts name_0, name_1 of one id.
  const partsOf = (form, input) => {
    const several = /_\d+$/.test(input.name) && input.closest("fieldset");
    const stem = several ? input.name.replace(/_\d+$/, "") : input.name;
    return [...form.elements].filter(
      (each) => each.name === stem || (several && each.name.replace(/_\d+$/, "") === stem));
  };

  const describe = (input, id, present) => {
    const ids = (input.getAttribute("aria-describedby") || "").split(/\s+/).filter((each) => each && each !== id);
    if (present) ids.push(id);
    if (ids.length) input.setAttribute("aria-describedby", ids.join(" "));
    else input.removeAttribute("aria-describedby");
  };

  const show = (parts, answer) => {
    const first = parts[0];
    const box = first.closest("fieldset");
    const stem = (first.id || "id_" + answer.field).replace(/_\d+$/, "");
    const id = (box || !first.id ? stem : first.id) + "_error";
    document.getElementById(id)?.remove();
    for (const part of parts) {
      if (answer.valid) part.removeAttribute("aria-invalid");
      else part.setAttribute("aria-invalid", "true");
      describe(part, id, !answer.valid);
    }
    if (answer.valid) return;
    const list = document.createElement("ul");
    list.id = id;
    list.className = "errorlist";
    list.setAttribute("role", "alert");
    for (const error of answer.errors) {
      const item = document.createElement("li");
      item.textContent = error;
      list.append(item);
    }
    const own = first.closest("[data-live-field]");
    if (own) {
      list.className = own.dataset.liveField;
      own.append(list);
    } else if (box && parts.length > 1) (box.querySelector("legend") || first).after(list);
    else first.before(list);
  };

  const check = async (input) => {
    const form = input.form;
    const parts = partsOf(form, input);
    const body = new URLSearchParams();
    const token = form.elements.namedItem("csrfmiddlewaretoken");
    if (token) body.append("csrfmiddlewaretoken", token.value);
    for (const part of parts) {
      if (part instanceof HTMLSelectElement) {
        for (const option of part.selectedOptions) body.append(part.name, option.value);
      } else if (!/^(checkbox|radio)$/.test(part.type) || part.checked) {
        body.append(part.name, part.value);
      }
    }
    running.get(parts[0])?.abort();
    const control = new AbortController();
    running.set(parts[0], control);
    try {
      const response = await fetch(form.getAttribute("action") || location.href, {
        method: "POST",
        body,
        headers: { "X-Form-Field": input.name, Accept: "application/json" },
        credentials: "same-origin",
        signal: control.signal,
      });
      if (response.ok) show(parts, await response.json());
    } catch (error) {
      if (error.name !== "AbortError") console.warn("The field could not be checked:", error);
    }
  };

  document.addEventListener("change", (event) => {
    const input = event.target;
    if (input instanceof HTMLElement && input.hasAttribute("data-live") && input.form) check(input);
  });
})();
