import { useLanguage } from "./text.tsx";

/** 1.200, 1,200 */
export function useNumbers(): (value: number) => string {
  const { language } = useLanguage();
  return (value) => value.toLocaleString(language === "en" ? "en-GB" : "el-GR");
}
