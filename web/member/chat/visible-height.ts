import { useEffect } from 'react';

/**
 * Keeps `--seen` on <html> equal to the height that the soft keyboard leaves. iOS does not shrink the page for its
 * keyboard but pushes it up; the page is put back so that the top bar stays in sight.
 */
export function useVisibleHeight(): void {
  useEffect(() => {
    const view = window.visualViewport;
    const root = document.documentElement;
    root.classList.add('fixed-page');
    if (!view) return () => root.classList.remove('fixed-page');
    const fit = (): void => {
      root.style.setProperty('--seen', `${Math.round(view.height)}px`);
      root.classList.toggle('keyboard', window.innerHeight - view.height > 120);
      if (view.offsetTop > 0) window.scrollTo(0, 0);
    };
    fit();
    view.addEventListener('resize', fit);
    view.addEventListener('scroll', fit);
    return () => {
      view.removeEventListener('resize', fit);
      view.removeEventListener('scroll', fit);
      root.style.removeProperty('--seen');
      root.classList.remove('fixed-page', 'keyboard');
    };
  }, []);
}
