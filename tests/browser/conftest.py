"""A real browser, without network: Debian's chromium, driven by Selenium.

apt-get install chromium chromium-driver fonts-noto-cjk
pip install -e ".[browser]"
pytest tests/browser
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

import banmian

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver.remote.webelement import WebElement

ROOT = Path(__file__).parent.parent.parent
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",  # a click would miss what is still sliding
)
DESKTOP = (1440, 900)
PHONE = (390, 844)
PATIENCE = 10  # seconds for a download


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("banmian")
    group.addoption("--update-screenshot", action="store_true", help="write docs/images/page-view.png anew")


class View:
    """A browser that shows one page, and what a person does with it."""

    def __init__(self, driver: webdriver.Chrome, downloads: Path, folder: Path) -> None:
        self.driver = driver
        self.downloads = downloads
        self.folder = folder
        self.page = banmian.parse("")

    def open(
        self, page: banmian.Page, *, name: str | None = "页.md", size: tuple[int, int] = DESKTOP
    ) -> View:
        """Show the view of a page from the file system."""
        self.page = page
        return self.open_html(page.to_html(name=name), size=size)

    def open_html(self, html: str, *, size: tuple[int, int] = DESKTOP) -> View:
        """Show a document from the file system."""
        path = self.folder / "view.html"
        path.write_text(html, encoding="utf-8")
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            width=size[0],
            height=size[1],
            deviceScaleFactor=1,
            mobile=size == PHONE,
        )
        self.driver.get_log("browser")  # what another test left behind
        self.driver.get(path.as_uri())
        return self

    def devtools(self, command: str, **values: Any) -> Any:
        """What WebDriver has no word for."""
        return self.driver.execute_cdp_cmd(command, values)

    def complaints(self) -> list[str]:
        """What the browser wrote into its console."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """The addresses that the browser asked for since the log was last read."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]

    def run(self, script: str, *arguments: Any) -> Any:
        """The value of an expression of JavaScript."""
        return self.driver.execute_script(f"return {script}", *arguments)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def shown(self, selector: str) -> list[WebElement]:
        return [element for element in self.all(selector) if element.is_displayed()]

    def line(self, number: int) -> WebElement:
        """A line of the source, by its number."""
        return self.one(f'.line[data-line="{number}"]')

    def line_with(self, text: str) -> int:
        """The number of the one line that has this text."""
        found = [n for n, line in enumerate(self.page.text.split("\n"), 1) if text in line]
        assert len(found) == 1, found
        return found[0]

    def click(self, number: int) -> None:
        """Click a line."""
        self.line(number).find_element(By.CSS_SELECTOR, ".text").click()

    def hover(self, number: int) -> None:
        """Rest the pointer on a line."""
        ActionChains(self.driver).move_to_element(
            self.line(number).find_element(By.CSS_SELECTOR, ".text")
        ).perform()

    def press(self, *keys: str) -> None:
        """Keys, for whatever has the focus."""
        ActionChains(self.driver).send_keys(*keys).perform()

    def choose(self, selector: str, value: str) -> None:
        """An option of a list."""
        Select(self.one(selector)).select_by_value(value)

    def saved(self) -> str:
        """The labels that a click on the button saves."""
        for old in self.downloads.iterdir():
            old.unlink()
        self.one("#save").click()
        return self.downloaded()

    def downloaded(self) -> str:
        """The file that was saved, when it is there in whole."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            files = [*self.downloads.iterdir()]
            if files and not any(file.suffix == ".crdownload" for file in files):
                (file,) = files
                self.name_of_download = file.name
                return file.read_bytes().decode("utf-8")
            time.sleep(0.05)
        raise AssertionError("nothing was downloaded")

    def pixels(self, color: str) -> tuple[float, float, float]:
        """A colour of CSS as red, green and blue from 0 to 1, as the screen shows it."""
        red, green, blue, _ = self.run(
            """((color) => {
                const canvas = new OffscreenCanvas(1, 1).getContext("2d");
                canvas.fillStyle = color;
                canvas.fillRect(0, 0, 1, 1);
                return [...canvas.getImageData(0, 0, 1, 1).data];
            })(arguments[0])""",
            color,
        )
        return red / 255, green / 255, blue / 255


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """One browser for all tests."""
    downloads = tmp_path_factory.mktemp("downloads")
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    view = View(driver, downloads, tmp_path_factory.mktemp("views"))
    view.devtools("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads))
    yield view
    driver.quit()


@pytest.fixture
def view(chromium: View) -> Iterator[View]:
    """The browser; nothing went wrong in it when the test ends."""
    yield chromium
    chromium.run("localStorage.clear()")
    assert chromium.complaints() == []
    chromium.devtools("Emulation.setEmulatedMedia", features=[])


@pytest.fixture(scope="session")
def seed_page() -> banmian.Page:
    return banmian.parse_file(ROOT / "seeds" / "000_8692836f81e36c42.txt")
