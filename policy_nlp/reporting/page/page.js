"use strict";
// Everything works by plain links; this adds the switch of language and shows all that belongs together.
const root = document.documentElement;
const toggle = document.getElementById("switch");
toggle.hidden = false;
toggle.addEventListener("click", () => {
  root.dataset.lang = root.dataset.lang === "zh" ? "en" : "zh";
  root.lang = root.dataset.lang;
});

const choose = (chosen) => {
  document.querySelectorAll(".chosen").forEach((element) => element.classList.remove("chosen"));
  chosen.forEach((element) => element.classList.add("chosen"));
};
const ofMark = (id) => [...document.querySelectorAll(`.mark[data-marks~="${CSS.escape(id)}"]`)];
const ofTask = (id) => [...document.querySelectorAll(`[data-task="${CSS.escape(id)}"]`)];
const tasksOf = (id) => [...document.querySelectorAll(`.card a[href="#${CSS.escape(id)}"]`)].map((link) => link.closest(".card"));

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  if (link.matches(".mark")) {
    const ids = link.dataset.marks.split(" ");
    choose(ids.flatMap((id) => [...ofMark(id), ...tasksOf(id)]));
    return;
  }
  const id = decodeURIComponent(link.hash.slice(1));
  if (id.startsWith("at-")) choose(ofTask(id.slice(3)));
  else if (link.closest(".card")) choose([link.closest(".card"), ...ofMark(id)]);
  else if (link.closest("#timeline")) choose([...ofMark(id), ...tasksOf(id)]);
});
