import { useState, type FormEvent, type ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import { toApiError } from '../../kit/problem.ts';
import { cardLines, type Card } from '../group.ts';
import { changeProfile, type Profile } from '../self.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';

const longest = { profession: 40, city: 40, industry: 40, offers: 200, needs: 200 } as const;

interface CardSheetProps {
  communityId: string;
  profile: Profile;
  onClose: () => void;
  onSaved: (profile: Profile) => void;
}

/** The card to change: every line with its own audience. An empty line is taken off the card. */
export function CardSheet({ communityId, profile, onClose, onSaved }: CardSheetProps): ReactElement {
  const t = useT();
  const [name, setName] = useState(profile.identity.name);
  const [card, setCard] = useState<Card>(profile.card);
  const [problem, setProblem] = useState('');
  const [isSaving, setSaving] = useState(false);
  const [tags, setTags] = useState(profile.card.tags?.items.join(' ') ?? '');
  const write = (line: (typeof cardLines)[number], change: Partial<NonNullable<Card['city']>>): void =>
    setCard({ ...card, [line]: { text: '', visibility: 'groups', ...card[line], ...change } });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaving(true);
    setProblem('');
    try {
      const filled = Object.fromEntries(
        cardLines.map((line) => [line, card[line]?.text.trim() ? card[line] : null]),
      ) as Card;
      const items = splitTags(tags);
      filled.tags = items.length > 0 ? { items, visibility: card.tags?.visibility ?? 'groups' } : null;
      const isRenamed = name.trim() !== profile.identity.name;
      onSaved(await changeProfile(communityId, { card: filled, ...(isRenamed ? { name: name.trim() } : {}) }));
    } catch (thrown) {
      const error = toApiError(thrown);
      setProblem(error.fields[0]?.detail ?? problemText(error));
      setSaving(false);
    }
  };
  return (
    <Sheet title={t('member:me.editCard')} onClose={onClose}>
      <form className="card-form" onSubmit={(event) => void save(event)}>
        <label className="field">
          <span>{t('member:card.name')}</span>
          <input
            className="input"
            value={name}
            maxLength={30}
            required
            autoComplete="nickname"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {cardLines.map((line) => (
          <fieldset key={line}>
            <label className="field">
              <span>{t(`member:card.${line}`)}</span>
              {longest[line] > 40 ? (
                <textarea
                  className="input"
                  rows={2}
                  maxLength={longest[line]}
                  value={card[line]?.text ?? ''}
                  placeholder={t(`member:card.${line}Hint`)}
                  onChange={(event) => write(line, { text: event.target.value })}
                />
              ) : (
                <input
                  className="input"
                  maxLength={longest[line]}
                  value={card[line]?.text ?? ''}
                  placeholder={t(`member:card.${line}Hint`)}
                  onChange={(event) => write(line, { text: event.target.value })}
                />
              )}
            </label>
            <label className="tick s c2">
              <input
                type="checkbox"
                checked={card[line]?.visibility === 'team'}
                disabled={!card[line]?.text}
                onChange={(event) => write(line, { visibility: event.target.checked ? 'team' : 'groups' })}
              />
              <span>{t('member:card.onlyTeam')}</span>
            </label>
          </fieldset>
        ))}
        <fieldset>
          <label className="field">
            <span>{t('member:card.tags')}</span>
            <input
              className="input"
              value={tags}
              maxLength={120}
              placeholder={t('member:card.tagsHint')}
              onChange={(event) => setTags(event.target.value)}
            />
          </label>
          <label className="tick s c2">
            <input
              type="checkbox"
              checked={card.tags?.visibility === 'team'}
              disabled={splitTags(tags).length === 0}
              onChange={(event) =>
                setCard({ ...card, tags: { items: [], visibility: event.target.checked ? 'team' : 'groups' } })
              }
            />
            <span>{t('member:card.onlyTeam')}</span>
          </label>
        </fieldset>
        <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
        <button type="submit" className="btn" disabled={isSaving}>
          {t('member:me.save')}
        </button>
      </form>
    </Sheet>
  );
}

/** Words between spaces and commas, eight at most. */
function splitTags(text: string): string[] {
  return [...new Set(text.split(/[\s,，、;；]+/).filter(Boolean))].slice(0, 8).map((word) => word.slice(0, 12));
}
