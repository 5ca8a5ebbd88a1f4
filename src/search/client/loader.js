// Every page with a search form has this; the client itself comes with the first focus, or at once for an address with a query.
// In: forms with data-base, data-client and, on the search page, data-state. Their parent holds the parts that ui.js fills.
const { connection } = navigator;
const lite = connection?.saveData || /2g/.test(connection?.effectiveType);

for (const form of document.querySelectorAll("form[data-client]")) {
  const { base, client, state } = form.dataset;
  const part = (name) => form.parentNode.querySelector(`[data-part=${name}]`);
  let tries = 0;

  const start = async () => {
    form.removeEventListener("focusin", start);
    part("error").hidden = true;
    const manifest = fetch(`${base}${document.documentElement.lang.toLowerCase()}${lite ? ".lite" : ""}.json`).then((answer) => {
      if (answer.ok) return answer.json();
      throw Error(answer.status);
    });
    manifest.catch(() => {}); // the client meets it when it searches
    try {
      const { mount } = await import(client + (tries++ ? `?${tries}` : "")); // browsers remember a module that failed
      mount(form, manifest);
    } catch {
      part("area").hidden = part("error").hidden = false;
      part("retry").onclick = start;
      form.addEventListener("focusin", start);
    }
  };

  const asked = state && new URLSearchParams(location.search).get("q");
  if (lite) form.dataset.lite = 1;
  if (asked) {
    form.q.value = asked;
    part("area").hidden = false;
  }
  if (asked || form.contains(document.activeElement)) start();
  else form.addEventListener("focusin", start);
}
