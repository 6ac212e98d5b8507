import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useChangeRulesSettings, useRulesSettings } from '../../../data/rules.ts';
import type { RulesSettings } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { readHost, readPasted } from './pasted-terms.ts';

/** Places that newcomers may link to. */
export function Hosts() {
  const t = useText();
  const { communityId } = useHere();
  const settings = useRulesSettings(communityId);
  return (
    <section className="card terms" aria-label={t('rules.hosts')}>
      <div className="ch">
        <h2>{t('rules.hosts')}</h2>
        <span className="cnt">{t('rules.hostsText')}</span>
      </div>
      <Answer query={settings} rows={3}>
        {(found) => <HostList settings={found} />}
      </Answer>
    </section>
  );
}

function HostList({ settings }: { settings: RulesSettings }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const change = useChangeRulesSettings(communityId);
  const tellProblem = useTellProblem();
  const [typed, setTyped] = useState('');
  const hosts = settings.allowedHosts;
  const mayWrite = can('rules.manage');
  const wished = readPasted(typed).terms.flatMap((one) => readHost(one) ?? []);
  const keep = (allowedHosts: string[]) => change.mutateAsync({ ...settings, allowedHosts }).catch(tellProblem);
  const add = async () => {
    if (wished.length === 0) return void message.warning(t('rules.noHost'));
    await keep([...new Set([...hosts, ...wished])]);
    setTyped('');
  };
  return (
    <>
      {mayWrite && (
        <div className="fb terms-tools">
          <Input
            className="grow"
            value={typed}
            aria-label={t('rules.addHost')}
            placeholder={t('rules.addHost')}
            onChange={({ target }) => setTyped(target.value)}
            onPressEnter={() => void add()}
          />
          <Button disabled={typed.trim() === ''} loading={change.isPending} onClick={() => void add()}>
            {t('rules.add')}
          </Button>
        </div>
      )}
      {hosts.length === 0 ? (
        <EmptyState kind="nothing" title={t('rules.noHosts')} text={t('rules.noHostsText')} />
      ) : (
        <ul className="term-chips">
          {hosts.map((host) => (
            <li key={host}>
              <span className="ell">{host}</span>
              {mayWrite && (
                <button
                  type="button"
                  className="tb"
                  aria-label={t('rules.takeOffOne', { name: host })}
                  onClick={() => void keep(hosts.filter((one) => one !== host))}
                >
                  <Icon name="close" size={13} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
