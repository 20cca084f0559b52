// @ts-check
import { ArticlePanel } from './article-panel.js';
import { Conversation } from './conversation.js';
import { Talk } from './talk.js';

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const log = part('log');
const state = part('state');
const form = /** @type {HTMLFormElement} */ (part('compose'));
const box = /** @type {HTMLTextAreaElement} */ (part('box'));
const file = /** @type {HTMLInputElement} */ (part('file'));

const conversation = new Conversation(log);
const panel = new ArticlePanel(part('article'));
const talk = new Talk({
  onEntry: (entry) => conversation.show(entry),
  onReady: () => conversation.ready(),
  onState: (line) => {
    state.textContent = line;
  },
});

box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = box.value;
  const attached = await readFile();
  if (text.trim() === '' && !attached) return;
  box.value = '';
  const isTaken = await talk.send(text, attached);
  if (isTaken) choose('');
  else if (box.value === '') box.value = text;
});

file.addEventListener('change', () => choose(file.files?.[0]?.name ?? ''));

/** @param {string} name of the chosen file; empty = none */
function choose(name) {
  if (name === '') file.value = '';
  part('chosen').textContent = name;
}

/** The chosen file with its bytes; null where none is chosen. */
async function readFile() {
  const chosen = file.files?.[0];
  if (!chosen) return null;
  const reader = new FileReader();
  await new Promise((resolve, reject) => {
    reader.addEventListener('load', resolve);
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(chosen);
  });
  return { name: chosen.name.slice(0, 255), base64: String(reader.result).replace(/^[^,]*,?/, '') };
}

log.addEventListener('click', async (event) => {
  const target = /** @type {Element} */ (event.target);
  const button = /** @type {HTMLButtonElement | null} */ (target.closest('button[data-action]'));
  if (!button || button.ariaDisabled === 'true') return;
  // Not `disabled`: that would take the focus away from somebody who works with the keyboard.
  button.ariaDisabled = 'true';
  conversation.pressed = Number(button.dataset.message);
  await talk.press(conversation.pressed, button.dataset.action ?? '');
  button.ariaDisabled = null;
});

// `toggle` does not bubble; it is caught on its way down.
log.addEventListener(
  'toggle',
  (event) => {
    const details = /** @type {HTMLDetailsElement} */ (event.target);
    const { brief } = details.dataset;
    if (!brief) return;
    if (details.open) void panel.show(brief, details.querySelector('blockquote')?.textContent ?? '');
    else panel.close();
  },
  true,
);

// With a keyboard at hand one can begin to write at once; on a phone it would cover half the page.
if (matchMedia('(pointer: fine)').matches) box.focus({ preventScroll: true });

try {
  const isOwner = await talk.open();
  part('owner').hidden = !isOwner;
  part('attach').hidden = !isOwner;
} finally {
  talk.follow();
}
