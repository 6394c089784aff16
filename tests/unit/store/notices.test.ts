import { beforeEach, describe, expect, test } from 'vitest';
import { dismissNotice, notify } from '../../../src/store/notices';
import { playgroundStore } from '../../../src/store/playground';

const shown = () => playgroundStore.getState().notices;
beforeEach(() => playgroundStore.setState({ notices: [] }));

describe('a notice', () => {
  test('is shown until it is dismissed', () => {
    const id = notify('info', { key: 'startedOver', values: { step: 7 } });
    const other = notify('warning', { key: 'workerLost', values: { step: 3 } });
    expect(shown().map((notice) => notice.id)).toEqual([id, other]);
    dismissNotice(id);
    expect(shown()).toMatchObject([{ id: other, tone: 'warning', problem: { key: 'workerLost' } }]);
  });

  test('takes the place of one that says the same of another moment', () => {
    notify('info', { key: 'startedOver', values: { step: 7 } });
    const id = notify('info', { key: 'startedOver', values: { step: 8 } });
    expect(shown()).toMatchObject([{ id, problem: { values: { step: 8 } } }]);
  });

  test('that is gone already can be dismissed again', () => {
    const id = notify('info', { key: 'startedOver', values: { step: 7 } });
    dismissNotice(id);
    dismissNotice(id);
    expect(shown()).toEqual([]);
  });
});
