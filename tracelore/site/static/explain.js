// Dropping a capture onto the form. Without this, the form works by its button and its file field.

const form = document.querySelector("form[data-explain]");
const file = form.querySelector("input[type=file]");
const said = form.querySelector("[data-said]");
const button = form.querySelector("button[data-go]");
const most = Number(form.dataset.most);

function problemWith(chosen) {
  if (!chosen || chosen.size <= most) return "";
  return `${chosen.name} has ${chosen.size.toLocaleString("en")} bytes; the limit here is ${most.toLocaleString("en")}.`;
}

function look() {
  const problem = problemWith(file.files[0]);
  file.setCustomValidity(problem);
  said.textContent = problem;
}

form.addEventListener("dragover", (event) => {
  if (![...event.dataTransfer.types].includes("Files")) return;
  event.preventDefault();
  form.classList.add("over");
});
form.addEventListener("dragleave", () => form.classList.remove("over"));
form.addEventListener("drop", (event) => {
  form.classList.remove("over");
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  file.files = event.dataTransfer.files;
  look();
  if (!file.validationMessage) form.requestSubmit(button);
});
file.addEventListener("change", look);
form.addEventListener("submit", () => {
  button.setAttribute("aria-disabled", "true");
  said.textContent = "Reading …";
});
window.addEventListener("pageshow", () => {
  button.removeAttribute("aria-disabled");
  if (!file.validationMessage) said.textContent = "";
});
