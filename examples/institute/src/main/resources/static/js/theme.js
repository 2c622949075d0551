// Loaded before the first paint, so that a stored theme never flashes.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  let stored = null;
  try {
    stored = localStorage.getItem("theme");
  } catch {
    // Storage may be forbidden; the system's theme is used then.
  }
  if (stored === "light" || stored === "dark") root.dataset.theme = stored;
})();
