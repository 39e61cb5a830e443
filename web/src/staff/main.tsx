import { mount } from "../shared/mount.tsx";
import { App } from "./App.tsx";
import "./staff.css";

mount(<App />);
