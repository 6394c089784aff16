import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Until colours that change have become what they are to be; none of ours takes as long as a second. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const changing = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    const all = Promise.allSettled(changing.map(({ finished }) => finished));
    // One that is begun anew again and again has no end.
    return Promise.race([all, new Promise((resolve) => setTimeout(resolve, 1000))]).then(() => null);
  });

export async function expectAccessible(page: Page, within = 'html'): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).include(within).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target }) => target.join(' ')),
  }));
  expect(found).toEqual([]);
}

/** Has a look at the page in Chinese. */
export async function inChinese(page: Page, look: () => Promise<void>): Promise<void> {
  const language = page.getByRole('combobox', { name: 'Language' });
  await language.selectOption('中文');
  await look();
  await page.getByRole('combobox', { name: '语言' }).selectOption('English');
  await expect(language).toBeVisible();
}

/** Elements that hide a part of what is in them at their right. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
    for (const element of document.querySelectorAll('body *')) {
      const { overflowX, textOverflow, clipPath } = getComputedStyle(element);
      // Cells that scroll, shortened texts and words for screen readers are meant to be wider than they look.
      if (overflowX === 'visible' || overflowX === 'scroll' || textOverflow === 'ellipsis' || clipPath !== 'none')
        continue;
      if (element.closest('.peek, .confusion-scroll, svg') || !element.checkVisibility()) continue;
      if (element.scrollWidth > element.clientWidth + 1)
        found.push(`${element.tagName}.${element.className}: ${element.scrollWidth} in ${element.clientWidth}`);
    }
    return found;
  });
