import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTermLists } from '../../../data/rule-lists.ts';
import { useAddTerms } from '../../../data/rule-terms.ts';
import { useChangeRulesSettings, useRulesSettings } from '../../../data/rules.ts';
import type { CaseDetail } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { longestTerm } from '../lists/pasted-terms.ts';

/** What a case teaches: a word for a list, or a site that newcomers may link to from now on. */
export function Remember({ one }: { one: CaseDetail }) {
  const t = useText();
  const { can } = useHere();
  const [term, setTerm] = useState<string>();
  if (!can('rules.manage') || !one.draft) return null;
  const hosts = new Set(one.evidence.filter(({ check }) => check === 'links').flatMap(({ words }) => words));
  const text = one.draft.text;
  // Words that are marked in the message are the ones that are meant.
  const begin = () => {
    const marked = getSelection()?.toString().trim() ?? '';
    setTerm(text.includes(marked) ? marked.slice(0, longestTerm) : '');
  };
  return (
    <div className="row wrap remember">
      {text !== '' && (
        <Button size="small" onClick={begin} title={t('rules.rememberHow')}>
          {t('rules.remember')}
        </Button>
      )}
      {[...hosts].map((host) => (
        <TrustHost key={host} host={host} />
      ))}
      {term !== undefined && <RememberDialog first={term} text={text} onClose={() => setTerm(undefined)} />}
    </div>
  );
}

function TrustHost({ host }: { host: string }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const settings = useRulesSettings(communityId).data;
  const change = useChangeRulesSettings(communityId);
  const tellProblem = useTellProblem();
  if (!settings || settings.allowedHosts.includes(host)) return null;
  const trust = () =>
    change
      .mutateAsync({ ...settings, allowedHosts: [...settings.allowedHosts, host] })
      .then(() => message.success(t('rules.hostTrusted', { host })))
      .catch(tellProblem);
  return (
    <Button size="small" loading={change.isPending} onClick={() => void trust()}>
      {t('rules.trustHost', { host })}
    </Button>
  );
}

function RememberDialog({ first, text, onClose }: { first: string; text: string; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const lists = useTermLists(communityId).data ?? [];
  const [term, setTerm] = useState(first);
  const [chosen, setChosen] = useState<string>();
  const listId = chosen ?? lists[0]?.id ?? '';
  const add = useAddTerms(communityId, listId);
  const tellProblem = useTellProblem();
  const finish = () =>
    add
      .mutateAsync({ terms: [term.trim()] })
      .then(({ added, known }) => {
        void message.success(t('rules.termsAdded', { added, known }));
        onClose();
      })
      .catch(tellProblem);
  return (
    <Modal
      open
      title={t('rules.remember')}
      okText={t('rules.add')}
      okButtonProps={{ disabled: term.trim() === '' || listId === '' }}
      confirmLoading={add.isPending}
      onOk={() => void finish()}
      onCancel={onClose}
    >
      <p className="said s" style={{ marginBottom: 12 }}>
        {text}
      </p>
      <div className="remember-fields">
        <Input
          value={term}
          maxLength={longestTerm}
          aria-label={t('rules.addTerm')}
          placeholder={t('rules.addTerm')}
          onChange={({ target }) => setTerm(target.value)}
          autoFocus
        />
        <Select
          aria-label={t('rules.tab.lists')}
          value={listId || undefined}
          placeholder={t('rules.noListYet')}
          options={lists.map(({ id, name, effect }) => ({
            value: id,
            label: `${name} · ${t(`rules.effect.${effect}`)}`,
          }))}
          onChange={setChosen}
        />
      </div>
    </Modal>
  );
}
