import { describe, expect, test } from '@jest/globals';
import { typedTerms } from '@/app/(staff)/admin/_components/typed-terms';

describe('what an admin types of a title’s or a category’s rules', () => {
  test('an empty field says nothing, and leaves the value to whoever speaks next', () => {
    expect(typedTerms(['loanPeriod', 'renewalLimit', 'loanLimit'], { loanPeriod: '', renewalLimit: '  ' })).toEqual({ loanPeriod: null, renewalLimit: null, loanLimit: null });
  });

  test('a length is days, a count is a number; none is a count too', () => {
    expect(typedTerms(['loanPeriod', 'renewalLimit'], { loanPeriod: ' 7 ', renewalLimit: '0' })).toEqual({ loanPeriod: 'P7D', renewalLimit: 0 });
  });

  test.each(['dua', '1e999', '2x'])('%s is sent as it was typed, and not taken for an empty field', (typed) => {
    expect(typedTerms(['renewalLimit'], { renewalLimit: typed })).toEqual({ renewalLimit: typed });
  });

  test('a field that was not asked for is not sent', () => {
    expect(typedTerms(['renewalLimit'], { renewalLimit: '2', loanLimit: '5', category: 'anak' })).toEqual({ renewalLimit: 2 });
  });
});
