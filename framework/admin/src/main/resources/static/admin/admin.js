const root = document.documentElement;
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const remembered = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Storage may be forbidden; the choice lasts for this page then.
    }
  },
};

keyboard();
navigation();
selection();
changeForm();
popupAnswer();

/** Single keys act only outside of fields, and can be switched off in the help. */
function keyboard() {
  const help = $("#keys");
  const toggle = $("#keys-on");
  let before = "";
  let timer = 0;
  if (toggle) {
    toggle.checked = remembered.get("admin-keys") !== "off";
    toggle.addEventListener("change", () => remembered.set("admin-keys", toggle.checked ? "on" : "off"));
  }
  for (const button of $$("[data-help]")) button.addEventListener("click", () => help.showModal());
  for (const button of $$("[data-close]")) button.addEventListener("click", () => button.closest("dialog").close());
  help?.addEventListener("click", (event) => event.target === help && help.close());

  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if ((event.ctrlKey || event.metaKey) && event.key === "s" && $("[name=_save]")) {
      event.preventDefault();
      $("[name=_save]").click();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || $("dialog[open]")) return;
    if (target.matches("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]")) return;
    if (toggle && !toggle.checked && event.key !== "?") return;
    const act = (work) => {
      event.preventDefault();
      work();
    };
    const follow = (element) => element && act(() => element.click());
    if (before === "g" && event.key === "h") follow($("[data-home]"));
    else if (event.key === "/") {
      const search = $("[data-search]") ?? $("[data-nav-filter]");
      if (search) act(() => (search.focus(), search.select()));
    } else if (event.key === "?") act(() => help?.showModal());
    else if (event.key === "n") follow($("[data-add]"));
    else if (event.key === "j" || event.key === "k") {
      const links = $$("[data-row-link]");
      const at = links.indexOf(document.activeElement);
      const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)))];
      if (next) act(() => next.focus());
    }
    before = event.key;
    clearTimeout(timer);
    timer = setTimeout(() => (before = ""), 1000);
  });
}

function navigation() {
  const filter = $("[data-nav-filter]");
  filter?.addEventListener("input", () => {
    const wanted = filter.value.trim().toLowerCase();
    for (const group of $$("[data-nav-group]")) {
      let any = false;
      for (const item of $$("li", group)) {
        item.hidden = !item.textContent.toLowerCase().includes(wanted);
        any ||= !item.hidden;
      }
      group.hidden = !any;
    }
  });
  for (const button of $$("[data-dismiss]")) {
    button.addEventListener("click", () => button.closest(".message").remove());
  }
}

/** The check boxes of a list and the bar with its actions. */
function selection() {
  const bar = $("[data-actions]");
  if (!bar) return;
  const all = $$("[data-select-all]");
  const boxes = $$("[data-select]");
  const count = $("[data-count]", bar);
  const across = $("[data-across]", bar);
  const acrossInput = $("[name=selectAll]", bar);
  const total = Number(bar.dataset.total);
  let last = null;
  const show = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    const everything = acrossInput.value === "1";
    bar.classList.toggle("is-open", chosen > 0);
    count.textContent = `${everything ? total : chosen} of ${total} selected`;
    for (const box of all) {
      box.checked = chosen > 0 && chosen === boxes.length;
      box.indeterminate = chosen > 0 && chosen < boxes.length;
    }
    across.hidden = everything || chosen < boxes.length || total <= boxes.length;
    for (const box of boxes) box.closest("tr").classList.toggle("is-selected", box.checked);
  };
  const set = (checked) => {
    for (const box of boxes) box.checked = checked;
    acrossInput.value = "";
    show();
  };
  for (const box of all) box.addEventListener("change", () => set(box.checked));
  for (const box of boxes) {
    box.addEventListener("click", (event) => {
      if (event.shiftKey && last) {
        const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b);
        for (const between of boxes.slice(from, to + 1)) between.checked = box.checked;
      }
      last = box;
      acrossInput.value = "";
      show();
    });
  }
  across.addEventListener("click", () => {
    acrossInput.value = "1";
    show();
  });
  $("[data-clear]", bar).addEventListener("click", () => set(false));
  show();
}

function changeForm() {
  const form = $("[data-change-form]");
  if (!form) return;
  $("[aria-invalid=true]", form)?.focus();
  for (const fold of $$("details", form)) if ($(".field-errors", fold)) fold.open = true;

  let changed = false;
  form.addEventListener("input", () => (changed = true));
  form.addEventListener("submit", () => (changed = false));
  addEventListener("beforeunload", (event) => changed && event.preventDefault());

  for (const field of $$("[data-prepopulate]", form)) slug(field, form);
  for (const select of $$("select[multiple]", form)) checklist(select);
  for (const field of $$("[data-file]", form)) preview(field);
  for (const field of $$("[data-related]", form)) related(field);
  for (const section of $$("[data-inline]", form)) inline(section);
}

function slug(field, form) {
  const input = $("input", field);
  const sources = field.dataset.prepopulate.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
  if (!input || input.value) return;
  let own = false;
  input.addEventListener("input", () => (own = input.value !== ""));
  form.addEventListener("input", (event) => {
    if (own || !sources.includes(event.target)) return;
    input.value = sources
      .map((source) => source.value)
      .join(" ")
      .normalize("NFKD")
      .replace(/[^\w\s-]/g, "")
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, "-")
      .slice(0, input.maxLength > 0 ? input.maxLength : 200);
  });
}

/** A list of many choices becomes check boxes with a filter; the select stays what is sent. */
function checklist(select) {
  const box = document.createElement("div");
  box.className = "checklist";
  const search = document.createElement("input");
  search.type = "search";
  search.placeholder = "Filter the choices";
  search.setAttribute("aria-label", "Filter the choices");
  const list = document.createElement("ul");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", select.labels?.[0]?.textContent ?? "Choices");
  const rows = new Map();
  const fill = () => {
    for (const option of select.options) {
      if (rows.has(option)) {
        $("input", rows.get(option)).checked = option.selected;
        continue;
      }
      const item = document.createElement("li");
      const label = document.createElement("label");
      const check = document.createElement("input");
      check.type = "checkbox";
      check.checked = option.selected;
      check.addEventListener("change", () => {
        option.selected = check.checked;
        select.dispatchEvent(new Event("input", { bubbles: true }));
      });
      label.append(check, option.textContent);
      item.append(label);
      rows.set(option, item);
      list.append(item);
    }
  };
  fill();
  select.addEventListener("options", fill);
  search.addEventListener("input", (event) => {
    event.stopPropagation();
    const wanted = search.value.trim().toLowerCase();
    for (const item of rows.values()) item.hidden = !item.textContent.toLowerCase().includes(wanted);
  });
  search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  box.append(search, list);
  select.hidden = true;
  select.after(box);
}

function preview(field) {
  const input = $("input[type=file]", field);
  const image = $("img", field);
  const name = $("[data-file-name]", field);
  input?.addEventListener("change", () => {
    const file = input.files[0];
    if (!file) return;
    if (name) name.textContent = `${file.name} (${size(file.size)}), not saved yet`;
    if (image && file.type.startsWith("image/")) {
      image.hidden = false;
      image.onload = () => URL.revokeObjectURL(image.src);
      image.onerror = () => (image.hidden = true);
      image.src = URL.createObjectURL(file);
    }
  });
}

function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

/** Links beside a relation: change what is chosen, add another one in a window of its own. */
function related(field) {
  const select = $("select", field);
  const change = $("[data-related-change]", field);
  if (select && change) {
    const pattern = change.dataset.relatedChange;
    const point = () => {
      change.hidden = !select.value;
      if (select.value) change.href = pattern.replace("__id__", encodeURIComponent(select.value));
    };
    select.addEventListener("change", point);
    point();
  }
  const add = $("[data-related-add]", field);
  add?.addEventListener("click", (event) => {
    if (!select) return;
    event.preventDefault();
    const url = new URL(add.href);
    url.searchParams.set("_popup", "1");
    const popup = window.open(url, `add-${select.id}`, "width=860,height=720");
    if (!popup) location.assign(add.href);
    const hear = (message) => {
      if (message.origin !== location.origin || message.source !== popup || !message.data?.quintetAdded) return;
      removeEventListener("message", hear);
      const { id, text } = message.data.quintetAdded;
      select.add(new Option(text, id, true, true));
      select.dispatchEvent(new Event("options"));
      select.dispatchEvent(new Event("change", { bubbles: true }));
      select.dispatchEvent(new Event("input", { bubbles: true }));
    };
    addEventListener("message", hear);
  });
}

/** In the small window, after saving: tell the page that opened it, and close. */
function popupAnswer() {
  const answer = $("[data-popup-answer]");
  if (!answer || !window.opener) return;
  const { id, text } = answer.dataset;
  window.opener.postMessage({ quintetAdded: { id, text } }, location.origin);
  window.close();
}

/** Rows of an inline: one more is a copy of the empty one; the numbers in names stay without gaps. */
function inline(section) {
  const prefix = section.dataset.inline;
  const rows = $("[data-inline-rows]", section);
  const total = $(`[name="${prefix}-TOTAL_FORMS"]`, section);
  const empty = $("[data-inline-empty]", section);
  const add = $("[data-inline-add]", section);
  const mark = (row) => {
    const box = $("[name$='-DELETE']", row);
    box?.addEventListener("change", () => row.classList.toggle("is-removed", box.checked));
    if (box?.checked) row.classList.add("is-removed");
  };
  for (const row of $$("[data-inline-row]", rows ?? section)) mark(row);
  if (!rows || !total || !empty || !add) return;
  const limit = () => (add.disabled = Number(total.value) >= Number(section.dataset.max));
  add.parentElement.hidden = false;
  limit();
  add.addEventListener("click", () => {
    const index = total.value;
    const copy = empty.content.cloneNode(true);
    for (const element of copy.querySelectorAll("*")) {
      for (const name of ["id", "name", "for", "aria-describedby", "aria-labelledby"]) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.replaceAll("__prefix__", index));
      }
    }
    rows.append(copy);
    total.value = Number(index) + 1;
    const row = rows.lastElementChild;
    mark(row);
    for (const select of $$("select[multiple]", row)) checklist(select);
    for (const field of $$("[data-file]", row)) preview(field);
    for (const field of $$("[data-related]", row)) related(field);
    $("input:not([type=hidden]), select, textarea", row)?.focus();
    limit();
  });
}
