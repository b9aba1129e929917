const numberPattern = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** Whether a text is one number as people write it, and nothing else. Takes time in proportion to the text, whatever stands in it. */
export const isNumberText = (text: string): boolean => numberPattern.test(text);
