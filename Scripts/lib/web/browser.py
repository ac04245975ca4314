"""A headless Chromium, driven over WebDriver and the DevTools protocol."""

import json
import shutil
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service


class Browser:
    def __init__(self, width=1280, height=900, dark=False, scripts=True):
        options = Options()
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                         "--disable-background-networking", "--no-first-run", "--lang=ja"]:
            options.add_argument(argument)
        for name in ["chromium", "chromium-browser", "google-chrome"]:
            if shutil.which(name):
                options.binary_location = shutil.which(name)
                break
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.view(width, height, dark)
        if not scripts:
            self.command("Emulation.setScriptExecutionDisabled", value=True)

    def view(self, width, height=900, dark=False):
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                     mobile=width < 600)
        self.command("Emulation.setEmulatedMedia",
                     features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def open(self, address):
        self.driver.get(address)
        return self

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def one(self, selector):
        return self.driver.find_element("css selector", selector)

    def text(self, selector="main"):
        return self.one(selector).text

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def press(self, element):
        """Clicks an element in the middle of the window, where nothing that sticks to an edge covers it."""
        if isinstance(element, str):
            element = self.one(element)
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def wait(self, holds):
        """Whether something comes to hold within some seconds."""
        for _ in range(60):
            if holds():
                return True
            time.sleep(0.1)
        return False

    def leads_to(self, part):
        """Whether the address comes to hold some words."""
        return self.wait(lambda: part in self.driver.current_url)

    def problems(self):
        """What the browser complained of since the last call: errors of scripts, refused resources."""
        return [entry["message"] for entry in self.driver.get_log("browser")
                if entry["level"] in ("SEVERE", "WARNING") and "favicon" not in entry["message"]]

    def requests(self):
        """The addresses that were asked for since the last call."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found

    def picture(self, path):
        self.driver.save_screenshot(path)

    def close(self):
        self.driver.quit()
