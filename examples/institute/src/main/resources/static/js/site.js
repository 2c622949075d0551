const root = document.documentElement;

// Theme: the button flips what is shown now and remembers it.
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const shownTheme = () => root.dataset.theme ?? (systemDark.matches ? "dark" : "light");
for (const button of document.querySelectorAll("[data-theme-toggle]")) {
  const label = () =>
    button.setAttribute("aria-label", shownTheme() === "dark" ? "Use the light theme" : "Use the dark theme");
  label();
  systemDark.addEventListener("change", label);
  button.addEventListener("click", () => {
    root.dataset.theme = shownTheme() === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // Not remembered when storage is forbidden.
    }
    label();
  });
}

// The navigation of narrow screens.
const menuButton = document.querySelector("[data-menu]");
const closeMenu = () => menuButton?.setAttribute("aria-expanded", "false");
menuButton?.addEventListener("click", () => {
  const open = menuButton.getAttribute("aria-expanded") === "true";
  menuButton.setAttribute("aria-expanded", String(!open));
});

// Pop-up menus close by Escape and by a click elsewhere.
const popups = () => document.querySelectorAll("details.popup[open]");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const popup of popups()) {
    popup.open = false;
    popup.querySelector("summary").focus();
  }
  if (menuButton?.getAttribute("aria-expanded") === "true") {
    closeMenu();
    menuButton.focus();
  }
});
document.addEventListener("click", (event) => {
  for (const popup of popups()) if (!popup.contains(event.target)) popup.open = false;
});

for (const button of document.querySelectorAll("[data-dismiss]")) {
  button.addEventListener("click", () => button.closest(".message").remove());
}

// The first wrong field gets the focus.
document.querySelector("[aria-invalid=true]")?.focus();

// Code: colours for Java, templates and shell, and a button that copies.
const TOKEN =
  /(\/\/.*|\/\*[\s\S]*?\*\/|^\s*#.*|\{#.*?#\})|("""[\s\S]*?"""|"(?:\\.|[^"\\\n])*")|(@\w+|\{%[^%]*%\}|\{\{[^}]*\}\})|\b(abstract|boolean|case|class|else|enum|extends|final|for|if|implements|import|int|interface|long|new|null|package|private|public|record|return|sealed|static|switch|this|throw|throws|true|false|try|var|void|while)\b/gm;
const KINDS = ["comment", "string", "mark", "word"];
const colour = (code) => {
  const text = code.textContent;
  const out = document.createDocumentFragment();
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    out.append(text.slice(at, match.index));
    const span = document.createElement("span");
    span.className = `t-${KINDS[match.slice(1).findIndex((group) => group !== undefined)]}`;
    span.textContent = match[0];
    out.append(span);
    at = match.index + match[0].length;
  }
  out.append(text.slice(at));
  code.replaceChildren(out);
};
for (const code of document.querySelectorAll("pre > code")) {
  const text = code.textContent;
  if (!code.childElementCount) colour(code);
  code.parentElement.tabIndex = 0;
  if (!navigator.clipboard || !code.closest(".prose")) continue;
  const frame = document.createElement("div");
  frame.className = "code-frame";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Press Ctrl C";
    }
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  code.parentElement.replaceWith(frame);
  frame.append(code.parentElement, button);
}

// Table of contents: made from the headings of the article, the read one marked.
const toc = document.querySelector("[data-toc]");
const headings = toc ? [...document.querySelectorAll(".prose h2")] : [];
if (headings.length > 1) {
  const list = toc.querySelector("ol");
  const links = headings.map((heading, index) => {
    heading.id ||= `section-${index + 1}`;
    const link = document.createElement("a");
    link.href = `#${heading.id}`;
    link.textContent = heading.textContent;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
    return link;
  });
  toc.hidden = false;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        const read = headings.indexOf(entry.target);
        for (const link of links) link.removeAttribute("aria-current");
        links[read].setAttribute("aria-current", "true");
      }
    },
    { rootMargin: "0px 0px -70% 0px" },
  );
  headings.forEach((heading) => observer.observe(heading));
}
