// Light, dark or as the system says; everything that is folded opens for print; a site that was
// built to be installed is kept for reading without a network.
"use strict";
(() => {
  const root = document.documentElement;
  const choices = ["system", "light", "dark"];
  const stored = () => {
    try { return localStorage.getItem("theme"); } catch { return null; }
  };
  const apply = (theme) => {
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
  };
  let theme = choices.includes(stored()) ? stored() : "system";
  apply(theme);

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const say = () => { button.textContent = `Theme: ${theme}`; };
    say();
    button.hidden = false;
    if (location.protocol === "file:") {
      for (const each of document.querySelectorAll(".on-disk")) each.hidden = false;
    }
    button.addEventListener("click", () => {
      theme = choices[(choices.indexOf(theme) + 1) % choices.length];
      apply(theme);
      say();
      try { localStorage.setItem("theme", theme); } catch { /* a private window forgets */ }
    });
  });

  const manifest = document.querySelector("link[rel=manifest]");
  if (manifest && location.protocol !== "file:" && "serviceWorker" in navigator) {
    addEventListener("load", () => {
      navigator.serviceWorker.register(new URL("worker.js", manifest.href));
    });
  }

  let opened = [];
  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("main details:not([open])")) {
      each.open = true;
      opened.push(each);
    }
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
    opened = [];
  });
})();
