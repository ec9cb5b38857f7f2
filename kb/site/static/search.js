// Suggestions while you type: an ARIA combobox over the JSON of the search page. Without it the form works as it is.

const WAIT_MS = 150;
const MOST = 8;
const SHORTEST = 2; // one letter begins half of all words

function element(name, attributes = {}, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

function option(hit, id, base) {
  const item = element("li", { role: "option", id, "aria-selected": "false", class: "suggestion" });
  item.dataset.href = base + hit.url.replace(/^\//, "");
  item.append(element("span", { class: "suggestion-title" }, hit.title || hit.slug));
  item.append(element("span", { class: `badge badge-${hit.verdict}` }, hit.verdict));
  const snippet = element("span", { class: "suggestion-snippet" });
  for (const piece of hit.snippet) snippet.append(element(piece.marked ? "mark" : "span", {}, piece.text));
  item.append(snippet);
  return item;
}

class Suggestions {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.list = element("ul", { role: "listbox", id: `${this.input.id}-list`, class: "suggestions", "aria-label": "Suggestions" });
    this.status = element("p", { role: "status", class: "visually-hidden" });
    this.list.hidden = true;
    form.append(this.list, this.status);
    const combobox = { role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list" };
    for (const [key, value] of Object.entries(combobox)) this.input.setAttribute(key, value);
    this.chosen = -1;
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the input keeps the focus
    this.list.addEventListener("click", (event) => this.open(event.target.closest("[role=option]")));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT_MS);
  }

  async ask() {
    const words = this.input.value.trim();
    this.pending?.abort();
    if (words.length < SHORTEST) return this.close();
    this.pending = new AbortController();
    const query = new URLSearchParams({ q: words, limit: MOST });
    try {
      const answer = await fetch(`${this.form.dataset.search}?${query}`, { signal: this.pending.signal });
      if (answer.ok) this.show((await answer.json()).hits);
    } catch (error) {
      if (error.name !== "AbortError") this.close(); // no suggestions; the form still searches
    }
  }

  show(hits) {
    this.list.replaceChildren(...hits.map((hit, at) => option(hit, `${this.list.id}-${at}`, this.form.dataset.base)));
    this.choose(-1);
    this.expand(hits.length > 0 && document.activeElement === this.input);
    this.status.textContent = hits.length ? `${hits.length} suggestions, arrows choose` : "Nothing found";
  }

  expand(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    if (!open) this.choose(-1);
  }

  close() {
    clearTimeout(this.timer);
    this.pending?.abort();
    this.expand(false);
  }

  choose(at) {
    this.chosen = at;
    [...this.list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
    const item = this.list.children[at];
    if (item) this.input.setAttribute("aria-activedescendant", item.id);
    else this.input.removeAttribute("aria-activedescendant");
    item?.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const count = this.list.children.length;
    if (event.key === "Escape" && !this.list.hidden) this.close();
    else if (event.key === "Enter" && this.chosen >= 0) this.open(this.list.children[this.chosen]);
    else if (event.key === "ArrowDown" && count) this.move(1, count);
    else if (event.key === "ArrowUp" && count) this.move(-1, count);
    else return;
    event.preventDefault();
  }

  move(step, count) {
    if (this.list.hidden) this.expand(true);
    this.choose(((this.chosen + step + count + 1 + 1) % (count + 1)) - 1); // -1 is the input itself
  }

  open(item) {
    if (item) window.location.assign(item.dataset.href);
  }
}

document.querySelectorAll("form[data-search]").forEach((form) => new Suggestions(form));
