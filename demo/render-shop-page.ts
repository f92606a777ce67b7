import faq from './agent/faq.json' with { type: 'json' };

/** Puts the widget's tag and the help topics into the page. The topics are the ones that the agent answers from. */
export function renderShopPage(template: string, widgetUrl: string): string {
  return template
    .replace('<!-- bellhop -->', () => `<script async src="${escapeHtml(widgetUrl)}"></script>`)
    .replace('<!-- help -->', () => faq.map(renderTopic).join('\n'));
}

function renderTopic(topic: (typeof faq)[number]): string {
  const items = topic.items.map(
    ({ question, answer }) => `<dt>${escapeHtml(question)}</dt><dd>${escapeHtml(answer)}</dd>`,
  );
  return `<section class="topic" id="${topic.anchor}"><h3>${escapeHtml(topic.title)}</h3><dl>${items.join('')}</dl></section>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
