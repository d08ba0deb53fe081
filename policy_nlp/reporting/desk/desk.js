"use strict";
// Links work without this; it shows one plan at a time, selects evidence on both sides, filters, and saves decisions.
const root = document.documentElement;
const toggle = document.getElementById("switch");
const filters = document.getElementById("filters");
const views = [...document.querySelectorAll(".view")];
const cards = [...document.querySelectorAll(".card")];
toggle.hidden = false;
filters.hidden = false;

toggle.addEventListener("click", () => {
  root.dataset.lang = root.dataset.lang === "zh" ? "en" : "zh";
  root.lang = root.dataset.lang;
});

const wanted = (card) => {
  const { severity, type, verdict, words } = filters.elements;
  return (!severity.value || card.dataset.severity === severity.value)
    && (!type.value || card.dataset.type === type.value)
    && (!verdict.value || card.dataset.verdict === verdict.value)
    && card.textContent.toLowerCase().includes(words.value.toLowerCase());
};

const refresh = () => {
  views.forEach((view) => { view.hidden = view.id !== filters.elements.plan.value; });
  cards.forEach((card) => { card.hidden = !wanted(card); });
  const shown = cards.filter((card) => !card.hidden && !card.closest(".view").hidden);
  document.getElementById("shown").textContent = String(shown.length);
};
filters.addEventListener("input", refresh);
filters.addEventListener("submit", (event) => event.preventDefault());

const scrollTo = (element) => {
  const pane = element.closest(".pane");
  pane.scrollTop += element.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
};
const select = (card) => {
  const view = card.closest(".view");
  filters.elements.plan.value = view.id;
  refresh();
  card.hidden = false;
  document.querySelectorAll(".chosen").forEach((element) => element.classList.remove("chosen"));
  const marks = [...view.querySelectorAll(`.mark[data-findings~="${CSS.escape(card.dataset.finding)}"]`)];
  [card, ...marks].forEach((element) => element.classList.add("chosen"));
  scrollTo(card);
  view.querySelectorAll(".pane").forEach((pane) => {
    const first = marks.find((mark) => pane.contains(mark));
    if (first) scrollTo(first);
  });
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  const hash = link ? decodeURIComponent(link.hash.slice(1)) : "";
  const target = hash && document.getElementById(hash);
  if (target && target.matches(".card")) select(target);
  else if (target && target.matches(".view")) { filters.elements.plan.value = target.id; refresh(); }
  else if (link && link.closest(".card")) { event.preventDefault(); select(link.closest(".card")); }
  else if (!link && event.target.closest(".card") && !event.target.closest("fieldset")) select(event.target.closest(".card"));
});
document.addEventListener("change", (event) => {
  const card = event.target.closest(".card");
  if (card && event.target.type === "radio") card.dataset.verdict = event.target.value;
});

const decisions = () => ({
  schema_version: "1",
  template: { id: document.body.dataset.template, sha256: document.body.dataset.sha256 || null },
  locals: views.map((view) => ({ id: view.dataset.local, sha256: view.dataset.sha256 || null })),
  decisions: cards.filter((card) => card.dataset.verdict !== "open").map((card) => ({
    local: card.closest(".view").dataset.local,
    finding: card.dataset.name,
    verdict: card.dataset.verdict,
    comment: card.querySelector(".comment input").value,
  })),
});
document.getElementById("save").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(decisions(), null, 1) + "\n"], { type: "application/json" }));
  link.download = "decisions.json";
  link.click();
});
refresh();
