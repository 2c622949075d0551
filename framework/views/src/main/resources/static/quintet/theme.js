// The theme, and the focus on the first wrong field. Loaded before the first paint, so that a stored
// theme never flashes.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const shown = () => root.dataset.theme ?? (system.matches ? "dark" : "light");
  try {
    const stored = localStorage.getItem("theme");
    if (stored === "light" || stored === "dark") root.dataset.theme = stored;
  } catch {
    // Storage may be forbidden; the system's theme is used then.
  }
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector("[aria-invalid=true]")?.focus();
    for (const button of document.querySelectorAll("[data-theme-toggle]")) {
      const label = () => button.setAttribute("aria-label", `Use the ${shown() === "dark" ? "light" : "dark"} theme`);
      label();
      system.addEventListener("change", label);
      button.addEventListener("click", () => {
        root.dataset.theme = shown() === "dark" ? "light" : "dark";
        try {
          localStorage.setItem("theme", root.dataset.theme);
        } catch {
          // Not remembered when storage is forbidden.
        }
        label();
      });
    }
  });
})();
