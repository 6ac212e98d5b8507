// My cases: everything of mine that was stopped or came before the team, why, what followed, and the way to ask for another look.
// The same page serves who is in the group and who was asked to leave the community.
import { useState, type ReactElement } from 'react';
import { formatMoment } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { useOwnList } from '../own-list.ts';
import { OwnListPage } from '../OwnListPage.tsx';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { AppealForm, CaseStory } from './CaseStory.tsx';
import { listOwnCases, type CasePlace, type OwnCase } from './own-cases.ts';

/** `/g/:groupId/cases` and `/m/cases/:communityId` */
export function CasesPage({ place }: { place: CasePlace }): ReactElement {
  const t = useT();
  const [open, setOpen] = useState<OwnCase>();
  const list = useOwnList<OwnCase>(`cases ${Object.values(place).join()}`, (query) => listOwnCases(place, query));
  const back = 'groupId' in place ? `/g/${place.groupId}/me` : '/m';
  const words = {
    title: t('member:cases.title'),
    lead: t('member:cases.lead'),
    none: t('member:cases.none'),
    noneText: t('member:cases.noneText'),
    more: t('member:cases.more'),
  };
  const change = (changed: OwnCase): void => {
    list.replace(changed);
    setOpen(undefined);
  };
  return (
    <>
      <OwnListPage list={list} back={back} className="cases" words={words}>
        {list.items?.map((one) => (
          <CaseCard key={one.id} one={one} onAppeal={() => setOpen(one)} />
        ))}
      </OwnListPage>
      {open ? (
        <Sheet title={t('member:cases.appeal')} onClose={() => setOpen(undefined)}>
          <p className="s c2 lead">{t('member:cases.appealText')}</p>
          <AppealForm place={place} one={open} onChange={change} />
          <button type="button" className="btn line sheet-btn" onClick={() => setOpen(undefined)}>
            {t('member:cases.notNow')}
          </button>
        </Sheet>
      ) : null}
    </>
  );
}

const tagOf = { waiting: 'i', appealed: 'i', released: 'j', overturned: 'j' } as const;

function CaseCard({ one, onAppeal }: { one: OwnCase; onAppeal: () => void }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const tag = tagOf[one.state as keyof typeof tagOf] ?? '';
  return (
    <li className="card case">
      <p className="row case-h">
        <span className={`tag ${tag}`}>{t(`member:cases.state.${one.state}`)}</span>
        <time className="xs c3 num" dateTime={one.openedAt}>
          {formatMoment(one.openedAt, { language })}
        </time>
      </p>
      <blockquote className={one.text === null ? 'c3' : ''}>
        {one.text ?? t('member:cases.forgotten')}
        {one.text === '' && one.picture ? t('member:menu.picture') : null}
      </blockquote>
      <CaseStory one={one} />
      {one.canAppeal ? (
        <button type="button" className="btn line sm" onClick={onAppeal}>
          {t('member:cases.appeal')}
        </button>
      ) : null}
    </li>
  );
}
