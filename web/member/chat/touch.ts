import { useRef, type MouseEvent, type PointerEvent, type TouchEvent } from 'react';

const holdMs = 450;
const slackPx = 10;
const swipePx = 56;

/**
 * Holding and swiping to the right on a bubble. A finger that moves up or down is scrolling and starts neither; a real
 * mouse has its own button for the menu, and the right button opens it too.
 */
export function useTouch({ onHold, onSwipe }: { onHold: () => void; onSwipe: () => void }) {
  const touch = useRef({
    x: 0,
    y: 0,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    isDown: false,
    dx: 0,
    hasHeld: false,
  });
  const stop = (target: HTMLElement): void => {
    clearTimeout(touch.current.timer);
    touch.current.isDown = false;
    target.style.transform = '';
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType === 'mouse') return;
      touch.current = {
        x: event.clientX,
        y: event.clientY,
        dx: 0,
        isDown: true,
        hasHeld: false,
        timer: setTimeout(() => {
          touch.current.hasHeld = true;
          touch.current.isDown = false;
          onHold();
        }, holdMs),
      };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const now = touch.current;
      if (!now.isDown) return;
      const dx = event.clientX - now.x;
      const dy = Math.abs(event.clientY - now.y);
      if (dy > slackPx && dy > Math.abs(dx)) return stop(event.currentTarget);
      if (Math.abs(dx) > slackPx) clearTimeout(now.timer);
      now.dx = Math.max(0, Math.min(80, dx));
      event.currentTarget.style.transform = now.dx > slackPx ? `translateX(${now.dx}px)` : '';
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const isSwiped = touch.current.isDown && touch.current.dx > swipePx;
      stop(event.currentTarget);
      if (isSwiped) onSwipe();
    },
    // Lifting the finger after a hold would press whatever button of the sheet has opened below it.
    onTouchEnd: (event: TouchEvent<HTMLElement>) => {
      if (touch.current.hasHeld && event.cancelable) event.preventDefault();
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => stop(event.currentTarget),
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault();
      if (!touch.current.hasHeld) onHold();
      touch.current.hasHeld = false;
    },
    // The tap that ends a hold must not also open the picture or the link below the finger.
    onClickCapture: (event: MouseEvent<HTMLElement>) => {
      if (!touch.current.hasHeld) return;
      touch.current.hasHeld = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
