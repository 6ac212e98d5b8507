import { App, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import zhTW from 'antd/es/locale/zh_TW';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { readAntdTheme } from './theme.ts';
import { useTheme } from '../theme.ts';

const packs: Record<string, typeof zhCN> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en: enUS };

/** Ant Design in our tokens and the reader's language, with its messages and confirmations. */
export function AntdRoot({ language, children }: { language: string; children: ReactNode }) {
  const { shown } = useTheme();
  const theme = useMemo(() => {
    const read = readAntdTheme(document.documentElement, shown === 'dark');
    return { ...read, token: { ...read.token, motion: !matchMedia('(prefers-reduced-motion: reduce)').matches } };
  }, [shown]);
  return (
    <ConfigProvider
      theme={theme}
      locale={packs[language] ?? zhCN}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: false, scrollToFirstError: true }}
      wave={{ disabled: true }}
    >
      <App message={{ maxCount: 3 }}>{children}</App>
    </ConfigProvider>
  );
}
