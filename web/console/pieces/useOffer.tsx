import { App } from 'antd';
import { useMemo } from 'react';
import type { ReactNode } from 'react';

/** What is said, and what can be done about it for some seconds. */
export interface Offer {
  /** One message at a time for each name. */
  name: string;
  done: ReactNode;
  label: ReactNode;
  act: () => void;
  /** It leads somewhere; otherwise it takes back, which the key Z does too. */
  leads?: boolean;
  seconds?: number;
}

/** Messages that stand now, by the name they were offered under. */
const standing = new Map<string, string>();
let count = 0;

/**
 * Says what was done and offers one thing about it: to take it back, or to go and look. A new offer stands its whole time: under the
 * key of the one before, Ant Design would let it go when that one's time is over.
 */
export function useOffer(): { offer: (offer: Offer) => void; withdraw: (name: string) => void } {
  const { message } = App.useApp();
  return useMemo(() => {
    const withdraw = (name: string) => {
      const key = standing.get(name);
      if (key !== undefined) message.destroy(key);
      standing.delete(name);
    };
    const offer = ({ name, done, label, act, leads = false, seconds = 8 }: Offer) => {
      withdraw(name);
      const key = `${name} ${++count}`;
      standing.set(name, key);
      const take = () => {
        withdraw(name);
        act();
      };
      const content = (
        <>
          {done}{' '}
          <button type="button" className="link" data-key={leads ? 'look' : 'undo'} onClick={take}>
            {label}
          </button>
        </>
      );
      void message.success({ key, duration: seconds, content });
    };
    return { offer, withdraw };
  }, [message]);
}
