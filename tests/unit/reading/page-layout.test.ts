import { describe, expect, test } from '@jest/globals';
import { deviceName } from '@/app/(reading)/read/_reader/loan/local-places';
import { column, defaultZoom, pageAt, sheetSize, zoomed } from '@/app/(reading)/read/_reader/views/layout';

const a4 = { width: 595, height: 842 };
const phone = { width: 360, height: 740 };
const desktop = { width: 1232, height: 648 };

describe('a page on the screen', () => {
  test('is as wide as a phone', () => {
    expect(sheetSize(a4, phone, defaultZoom, 2).width).toBe(360);
  });

  test('is not blown up by a wide window, unless its width is asked for', () => {
    expect(sheetSize(a4, desktop, defaultZoom, 1).width).toBe(880);
    expect(sheetSize(a4, desktop, { fit: 'width', factor: 1 }, 1).width).toBe(1232);
  });

  test('stands on whole pixels of the device, so that it is crisp', () => {
    const { width, height } = sheetSize(a4, { width: 411.43, height: 800 }, defaultZoom, 2.625);
    expect(width * 2.625).toBeCloseTo(Math.round(width * 2.625), 6);
    expect(height * 2.625).toBeCloseTo(Math.round(height * 2.625), 6);
  });

  test('grows and shrinks within reason', () => {
    expect(zoomed({ fit: 'auto', factor: 5 }, 10).factor).toBe(6);
    expect(zoomed({ fit: 'auto', factor: 1 }, 0.01).factor).toBe(0.5);
  });
});

describe('pages one below the other', () => {
  const laid = column(3, (page) => ({ width: 100, height: page * 100 }));

  test('have a gap between them, and their own heights', () => {
    expect(laid).toMatchObject({ tops: [16, 132, 348], height: 664, width: 100 });
  });

  test.each([[0, 1], [16, 1], [131, 1], [132, 2], [347, 2], [348, 3], [9999, 3]])('at height %d stands page %d', (y, page) => {
    expect(pageAt(laid, y)).toBe(page);
  });
});

test.each([
  ['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36', 'Chrome · Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1', 'Safari · iPhone'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:125.0) Gecko/20100101 Firefox/125.0', 'Firefox · Windows'],
  ['', 'Browser'],
])('a device is called what a person would call it: %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
