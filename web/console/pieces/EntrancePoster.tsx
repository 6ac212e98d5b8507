import { App, Button } from 'antd';
import { qrAddress } from '../data/links.ts';
import type { JoinLink } from '../data/links.ts';
import { Icon } from '../../kit/antd/Icon.tsx';
import { useText } from '../text.ts';
import { copyText } from './copy.ts';

/** One entrance: its QR on a light ground, its link to copy, the picture to download. */
export function EntrancePoster({ communityId, link, groupName, size = 176 }: EntrancePosterProps) {
  const t = useText();
  const { message } = App.useApp();
  const address = link.url;
  const copy = async () => {
    const done = await copyText(address);
    void (done ? message.success(t('link.copied')) : message.warning(t('link.copyByHand')));
  };
  return (
    <div className="poster">
      <img
        className="qr"
        src={qrAddress(communityId, link, { kind: 'svg' })}
        width={size}
        height={size}
        alt={t('link.qrOf', { name: groupName })}
      />
      <div className="poster-words">
        <div className="lab">{t('link.address')}</div>
        <a className="link poster-link" href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
        <div className="row wrap" style={{ marginTop: 10 }}>
          <Button size="small" icon={<Icon name="copy" size={14} />} onClick={() => void copy()}>
            {t('link.copy')}
          </Button>
          <Button
            size="small"
            icon={<Icon name="download" size={14} />}
            href={qrAddress(communityId, link, { kind: 'png', size: 1024 })}
            download={`${groupName}.png`}
          >
            PNG
          </Button>
          <Button
            size="small"
            icon={<Icon name="download" size={14} />}
            href={qrAddress(communityId, link, { kind: 'svg' })}
            download={`${groupName}.svg`}
          >
            SVG
          </Button>
        </div>
      </div>
    </div>
  );
}

interface EntrancePosterProps {
  communityId: string;
  link: JoinLink;
  groupName: string;
  size?: number;
}

/** Says once, over entrances, that no phone can open an address that means "this machine itself", and what to do. */
export function OnlyHere({ links }: { links: readonly JoinLink[] }) {
  const t = useText();
  if (!links.some(({ url }) => /^https?:\/\/(localhost|127\.)/.test(url))) return null;
  return (
    <p className="note a only-here">
      <Icon name="warn" />
      <span>{t('link.onlyHere')}</span>
    </p>
  );
}
