import { mount } from "../shared/mount.tsx";
import { App } from "./App.tsx";
import { awaitOffer } from "./shell/program.ts";
import "./staff.css";

awaitOffer();
mount(<App />);
