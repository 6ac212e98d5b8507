import { useState, type ReactElement } from 'react';
import { formatCountdown, formatMoment } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { problemText } from '../../kit/texts.ts';
import { copyText } from '../clipboard.ts';
import { useNow } from '../clock.ts';
import { Icon } from '../icons.tsx';
import { ListWait } from '../ListWait.tsx';
import { listDevices, makeMoveLink, signOutDevice, type Device } from '../self.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { QrCode } from './QrCode.tsx';

/** My phones: bring me to another one, see where I am signed in, sign one out. */
export function PhonesSection({
  communityId,
  onSaid,
}: {
  communityId: string;
  onSaid: (text: string) => void;
}): ReactElement {
  const t = useT();
  const devices = useLoad(`devices ${communityId}`, () => listDevices(communityId));
  const [link, setLink] = useState<{ url: string; expiresAt: string }>();
  const open = async (): Promise<void> => {
    try {
      setLink(await makeMoveLink(communityId));
    } catch (thrown) {
      onSaid(problemText(thrown));
    }
  };
  const signOut = async (deviceId: string): Promise<void> => {
    try {
      await signOutDevice(communityId, deviceId);
      devices.reload();
      onSaid(t('member:phones.signedOut'));
    } catch (thrown) {
      onSaid(problemText(thrown));
    }
  };
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('member:phones.title')}</h2>
      </div>
      <ul className="card rows set">
        <li className="whole">
          <button type="button" onClick={() => void open()}>
            <Icon name="phone" size={22} />
            <span className="grow">
              <b>{t('member:phones.move')}</b>
              <span className="xs c3">{t('member:phones.moveText')}</span>
            </span>
            <Icon name="forward" size={20} />
          </button>
        </li>
        {(devices.data ?? []).map((device) => (
          <DeviceLine key={device.id} device={device} onSignOut={() => void signOut(device.id)} />
        ))}
      </ul>
      <ListWait loaded={devices} height={64} />
      {link ? (
        <MoveSheet
          link={link}
          onSaid={onSaid}
          onClose={() => {
            setLink(undefined);
            devices.reload();
          }}
        />
      ) : null}
    </section>
  );
}

function DeviceLine({ device, onSignOut }: { device: Device; onSignOut: () => void }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const [isAsked, setAsked] = useState(false);
  return (
    <li>
      <div className="grow">
        <b>{device.label || t('member:phones.unnamed')}</b>
        <p className="xs c3 num">
          {device.current
            ? t('member:phones.this')
            : t('member:phones.since', { when: formatMoment(device.boundAt, { language }) })}
        </p>
      </div>
      {device.current ? null : (
        <button type="button" className="btn line sm" onClick={() => (isAsked ? onSignOut() : setAsked(true))}>
          {isAsked ? t('member:phones.sure') : t('member:phones.signOut')}
        </button>
      )}
    </li>
  );
}

function MoveSheet({
  link,
  onClose,
  onSaid,
}: {
  link: { url: string; expiresAt: string };
  onClose: () => void;
  onSaid: (text: string) => void;
}): ReactElement {
  const t = useT();
  const left = Date.parse(link.expiresAt) - useNow(true);
  const copy = async (): Promise<void> =>
    onSaid((await copyText(link.url)) ? t('member:menu.copied') : t('member:menu.notCopied'));
  return (
    <Sheet title={t('member:phones.move')} onClose={onClose}>
      <p className="s c2">{t('member:phones.scan')}</p>
      <QrCode text={link.url} label={t('member:phones.qr')} />
      <p className="s c2 num move-left" role="timer">
        {left > 0 ? t('member:phones.left', { left: formatCountdown(left) }) : t('member:phones.over')}
      </p>
      <button type="button" className="btn line" onClick={() => void copy()}>
        {t('member:phones.copy')}
      </button>
      <p className="xs c3 move-hint">{t('member:phones.secret')}</p>
    </Sheet>
  );
}
