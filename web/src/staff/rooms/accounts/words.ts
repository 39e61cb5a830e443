import type { Bilingual } from "@domain/text.ts";

export const ACCOUNT_WORDS = {
  title:     { zh: "工作人员", en: "Staff" },
  lead:      { zh: "谁在哪里担任什么职责。职责一变，原来的权限马上失效。", en: "Who holds which role where. A change counts at once." },
  new:       { zh: "新建账号", en: "New account" },
  change:    { zh: "修改", en: "Change" },
  name:      { zh: "姓名", en: "Name" },
  email:     { zh: "登录名（邮箱）", en: "E-mail" },
  roles:     { zh: "职责", en: "Roles" },
  role:      { zh: "职责", en: "Role" },
  area:      { zh: "地区", en: "Area" },
  addRole:   { zh: "增加一项职责", en: "Add a role" },
  disabled:  { zh: "已停用", en: "disabled" },
  disable:   { zh: "停用账号", en: "Disable the account" },
  password:  { zh: "重设密码", en: "New password" },
  first:     { zh: "首次登录密码", en: "First password" },
  firstLead: { zh: "只显示这一次，请马上交给本人；本页关闭后不再显示，忘记只能重设。", en: "Shown only now. Hand it over at once; after this page is closed it can only be set anew." },
  seen:      { zh: "我已记下", en: "I have noted it" },
  none:      { zh: "还没有工作人员账号", en: "There are no accounts yet" },
  updated:   { zh: "最近变更", en: "Last change" },
  own:       { zh: "自己的账号由另一位管理员修改", en: "Your own account is changed by another administrator" },
  saved:     { zh: "账号已保存。", en: "The account is saved." },
  text:      { zh: "查找姓名、登录名或职责", en: "Find by name, e-mail or role" },
} as const satisfies Record<string, Bilingual>;

export const ACCOUNT_PROBLEMS = {
  name:  { zh: "请填写姓名。", en: "Give the name." },
  email: { zh: "请填写正确的邮箱地址。", en: "Give a valid e-mail address." },
  roles: { zh: "请至少选择一项职责和地区，不要重复。", en: "Choose at least one role and area, none twice." },
} as const satisfies Record<string, Bilingual>;
