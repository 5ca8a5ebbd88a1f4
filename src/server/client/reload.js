// Loads the page again after a change and shows what is wrong. Only `hoaban serve` adds it to pages.
(() => {
  "use strict";
  const own = new URL(document.currentScript.src).searchParams.get("v");
  const host = document.createElement("div");
  let closed = "";

  const make = (name, text, className) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  const item = (problem, help) => {
    const li = make("li");
    if (problem.place) li.append(make("code", problem.place));
    const cause = make("p", problem.cause + " ");
    cause.append(make("small", "[" + problem.rule + "]"));
    li.append(cause);
    if (problem.excerpt.some((part) => part.trim())) {
      const pre = make("pre");
      pre.append(problem.excerpt[0], make("mark", problem.excerpt[1]), problem.excerpt[2]);
      li.append(pre);
    }
    if (problem.help) {
      const cure = make("p");
      cure.append(make("b", help + ":"), " " + problem.help);
      li.append(cure);
    }
    return li;
  };

  const list = (problems, help) => {
    const ol = make("ol");
    ol.append(...problems.map((problem) => item(problem, help)));
    return ol;
  };

  const show = (told) => {
    host.remove();
    if (document.body.classList.contains("page") && document.querySelector('link[href="/_hoaban/overlay.css"]')) return;
    if (!told.here.length && !told.elsewhere.length) return;
    const text = JSON.stringify(told);
    if (text === closed) return;
    const root = host.shadowRoot || host.attachShadow({ mode: "open" });
    const style = make("link");
    style.rel = "stylesheet";
    style.href = "/_hoaban/overlay.css";
    const panel = make("section", "", "panel");
    panel.lang = told.lang;
    panel.setAttribute("role", told.here.length ? "alert" : "status");
    const close = make("button", told.close);
    close.type = "button";
    close.addEventListener("click", () => { closed = text; host.remove(); });
    panel.append(close);
    if (told.here.length) {
      panel.append(make("h2", told.title));
      if (told.stale) panel.append(make("p", told.stale));
      panel.append(list(told.here, told.help));
    }
    if (told.elsewhere.length) {
      const rest = make("details");
      rest.append(make("summary", told.elsewhere_title), list(told.elsewhere, told.help));
      panel.append(rest);
    }
    root.replaceChildren(style, panel);
    document.body.append(host);
  };

  const ask = () =>
    fetch("/_hoaban/problems.json?path=" + encodeURIComponent(location.pathname))
      .then((response) => response.json())
      .then(show)
      .catch(() => {});

  const events = new EventSource("/_hoaban/events");
  events.addEventListener("reload", (event) => { if (event.data !== own) location.reload(); });
  events.addEventListener("problems", ask);
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  ask();
})();
