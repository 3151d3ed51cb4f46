import { createContext, useContext } from 'react';
import { type Theme, themeOf } from './theme.ts';

export const ThemeContext = createContext<Theme>(themeOf({}));

export const useTheme = (): Theme => useContext(ThemeContext);
