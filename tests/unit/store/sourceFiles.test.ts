import { beforeEach, describe, expect, test } from 'vitest';
import { defaultConfig } from '../../../src/config/gate';
import { playgroundStore } from '../../../src/store/playground';
import { createSources, filesOf, noSources } from '../../../src/store/sources';
import type { Client } from '../../../src/worker/client';
import { genConfigOf } from '../gen/helpers';
import { recConfigOf } from '../rec/helpers';

const fileOf = (name: string) => new File(['…'], name);
const [table, text, other] = [fileOf('a.csv'), fileOf('a.txt'), fileOf('b.txt')];
const pictures = [{ path: 'cats/1.png', file: fileOf('1.png') }];

/** Sources with a worker that notes what it is asked, and refuses what is called so. */
function opened() {
  const asked: string[] = [];
  const answer = async (request: { kind: string; file?: File; files?: typeof pictures; source?: string }) => {
    asked.push([request.kind, request.file?.name ?? request.files?.[0]?.path ?? request.source].join(' '));
    if (request.file?.name === 'refused') throw new Error('refused');
    return { name: request.file?.name };
  };
  return { asked, sources: createSources(answer as unknown as Client['request']) };
}

beforeEach(() => playgroundStore.setState({ table: null, text: null, pictures: null }));

describe('what a person brought along', () => {
  test('is kept when it has been read, and shown', async () => {
    const { sources } = opened();
    await sources.readText(text);
    await sources.readTable(table);
    await sources.readPictures(pictures);
    expect(sources.files).toEqual({ table, text, pictures });
    expect(playgroundStore.getState()).toMatchObject({ table: { name: 'a.csv' }, text: { name: 'a.txt' } });
  });

  test('stays what it was where another file cannot be read', async () => {
    const { sources } = opened();
    await sources.readText(text);
    await expect(sources.readText(fileOf('refused'))).rejects.toThrow('refused');
    expect(sources.files.text).toBe(text);
    expect(playgroundStore.getState().text).toMatchObject({ name: 'a.txt' });
  });

  test('is restored by reading only what is another file, and forgetting what was not there', async () => {
    const { asked, sources } = opened();
    await sources.readText(text);
    await sources.readTable(table);
    asked.length = 0;
    await sources.restore({ table, text: other, pictures });
    expect(asked).toEqual(['read-text b.txt', 'read-pictures cats/1.png']);
    await sources.restore(noSources);
    expect(asked.slice(2)).toEqual(['forget table', 'forget text', 'forget pictures']);
    expect(sources.files).toEqual(noSources);
    expect(playgroundStore.getState()).toMatchObject({ table: null, text: null, pictures: null });
    await sources.restore(noSources);
    expect(asked).toHaveLength(5);
  });

  test('is all given to a new worker, as far as it can still be read', async () => {
    const { asked, sources } = opened();
    await sources.giveAgain();
    expect(asked).toEqual([]);
    await sources.readText(text);
    await sources.readTable(table);
    await sources.readPictures(pictures);
    asked.length = 0;
    await sources.giveAgain();
    expect(asked).toEqual(['read-table a.csv', 'read-text a.txt', 'read-pictures cats/1.png']);
  });
});

test('a run is saved with the file that it trains on, and no other', () => {
  const files = { table, text, pictures };
  const nothing = noSources;
  expect(filesOf(defaultConfig(), files)).toEqual(nothing);
  expect(filesOf(recConfigOf({ data: { dataset: 'verse' } }), files)).toEqual(nothing);
  expect(filesOf(recConfigOf({ data: { dataset: 'text' } }), files)).toEqual({ ...nothing, text });
  for (const dataset of ['table', 'sequences'])
    expect(filesOf(recConfigOf({ data: { dataset } }), files)).toEqual({ ...nothing, table });
  expect(filesOf(genConfigOf({ data: { dataset: 'digits' } }), files)).toEqual(nothing);
  for (const dataset of ['drawn', 'table'])
    expect(filesOf(genConfigOf({ data: { dataset } }), files)).toEqual({ ...nothing, table });
  expect(filesOf(genConfigOf({ data: { dataset: 'pictures' } }), files)).toEqual({ ...nothing, pictures });
});
