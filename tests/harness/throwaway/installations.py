"""The programs of the servers: where they are, how they run, and where MySQL is fetched from."""

import glob
import os
import platform
import re
import shutil

from throwaway.cache import cache_root, cached
from throwaway.processes import HarnessError, as_server_account, check, find_program, say

KINDS = ("mariadb", "mysql")
CDC_GRANTS = "REPLICATION SLAVE, REPLICATION CLIENT, SELECT"


class MariaDB:
    """The distribution's MariaDB server."""

    kind = "mariadb"

    def __init__(self):
        self.server_argv = [find_program("mariadbd")]
        self.mysqlbinlog_argv = [find_program("mariadb-binlog")]
        self.environment = {}
        self.settings = {
            "performance_schema": "OFF",
            "plugin_load_add": "auth_ed25519",
            "innodb_log_file_size": "32M",
        }
        self.version = read_version(self)

    def initialise(self, datadir, settings):
        # --force: it need not be able to resolve this machine's name.
        check([find_program("mariadb-install-db"), "--no-defaults", f"--datadir={datadir}",
               "--auth-root-authentication-method=normal", "--skip-test-db", "--force"]
              + as_options(settings, only=("innodb_", "lower_case_")),
              cwd="/", **as_server_account())

    account_sql = f"""
        DELETE FROM mysql.global_priv
        WHERE User = 'root' AND Host NOT IN ('localhost', '127.0.0.1');
        FLUSH PRIVILEGES;
        CREATE USER native@'%' IDENTIFIED VIA mysql_native_password USING PASSWORD('native');
        CREATE USER ed25519@'%' IDENTIFIED VIA ed25519 USING PASSWORD('ed25519');
        GRANT {CDC_GRANTS} ON *.* TO native@'%';
        GRANT {CDC_GRANTS} ON *.* TO ed25519@'%';
        """


class MySQL:
    """MySQL unpacked in a folder.

    It is run by the dynamic loader that lies there too, and so gets the libraries it was built
    for. Unlike in a chroot, this needs no root, and a path means the same inside and outside.
    """

    kind = "mysql"

    def __init__(self, root):
        loaders = [path for folder in ("usr/lib/*", "lib/*", "usr/lib64", "lib64")
                   for path in glob.glob(os.path.join(root, folder, "ld-linux*.so.*"))]
        if not loaders:
            raise HarnessError(f"{root} holds no dynamic loader; remove it, to fetch MySQL again")
        libraries = [path for folder in ("usr/lib/*-linux-gnu*", "lib/*-linux-gnu*")
                     for path in glob.glob(os.path.join(root, folder))]
        loader = [loaders[0], "--library-path", ":".join(libraries)]
        self.server_argv = loader + [os.path.join(root, "usr/sbin/mysqld")]
        self.mysqlbinlog_argv = loader + [os.path.join(root, "usr/bin/mysqlbinlog")]
        self.environment = {"OPENSSL_CONF": "/dev/null"}  # the system's is for another OpenSSL
        self.settings = {
            "basedir": os.path.join(root, "usr"),
            "plugin_dir": os.path.join(root, "usr/lib/mysql/plugin"),
            "mysqlx": "OFF",
            "gtid_mode": "ON",
            "enforce_gtid_consistency": "ON",
            "innodb_redo_log_capacity": "32M",
            # performance_schema takes memory by these
            "table_open_cache": "400",
            "table_definition_cache": "400",
        }
        self.version = read_version(self)

    def initialise(self, datadir, settings):
        # secure_file_priv: Debian's default is a folder that only an installed server has.
        check(self.server_argv + ["--no-defaults", "--initialize-insecure", f"--datadir={datadir}",
                                  "--secure-file-priv=NULL"]
              + as_options(settings, only=("innodb_", "lower_case_", "basedir", "plugin_dir")),
              cwd="/", env=dict(os.environ, **self.environment), **as_server_account())

    account_sql = f"""
        CREATE USER sha2@'%' IDENTIFIED WITH caching_sha2_password BY 'sha2';
        GRANT {CDC_GRANTS} ON *.* TO sha2@'%';
        """


def as_options(settings, only=("",)):
    """Settings as arguments for a server; `only` those whose names start so."""
    return [f"--{name}" if value is None else f"--{name}={value}"
            for name, value in settings.items() if name.startswith(only)]


def read_version(programs):
    text = check(programs.server_argv + ["--no-defaults", "--version"],
                 env=dict(os.environ, **programs.environment))
    match = re.search(r"Ver (\S+)", text)
    if match is None:
        raise HarnessError(f"{programs.server_argv[-1]} does not tell its version: {text.strip()}")
    return match[1]


def version_key(text):
    return [int(number) for number in re.findall(r"\d+", text)]


def installation(kind, refresh=False):
    """The programs of a kind of server, fetched first if need be; `refresh`: fetched anew."""
    if kind == "mariadb":
        return MariaDB()
    wanted = not refresh

    def find():
        folders = glob.glob(os.path.join(cache_root(), "mysql-[0-9]*"))
        return max(folders, key=version_key) if folders and wanted else None

    return MySQL(cached("mysql", find, fetch_mysql))


def fetch_mysql(folder):
    """Unpacks MySQL and every library it needs into `folder`; returns its name in the cache."""
    try:
        os_release = platform.freedesktop_os_release()
    except OSError:
        os_release = {}
    mmdebstrap = find_program("mmdebstrap")
    suite, origins, packages = mysql_origin(
        os_release, read_apt_sources(), lambda prefix: check(["apt-cache", "pkgnames", prefix]))
    say(f"fetching {packages[0]} ({origins[0]}) into {cache_root()}, once")
    # To extract runs no package's scripts, and in this mode needs neither mounts nor root. The
    # mirror may be a frozen one, whose lists count as expired.
    check([mmdebstrap, "--mode=chrootless", "--variant=extract",
           '--aptopt=Acquire::Check-Valid-Until "false"', f"--include={','.join(packages)}",
           suite, folder, *origins])
    for unused in ("usr/share/doc", "usr/share/man", "usr/share/locale", "var", "dev"):
        shutil.rmtree(os.path.join(folder, unused), ignore_errors=True)
    return f"mysql-{MySQL(folder).version}"


def mysql_origin(os_release, sources, package_names):
    """Decides where to fetch MySQL: returns (suite, lines for apt's sources, packages).

    `os_release` is /etc/os-release as a dict, `sources` are read_apt_sources(), and
    package_names(prefix) lists the packages that apt knows, separated by space.
    """
    codename = os_release.get("VERSION_CODENAME", "stable")
    ubuntu = "ubuntu" in (os_release.get("ID", "") + " " + os_release.get("ID_LIKE", "")).split()
    sources = [(uri, suite) for uri, suite, components in sources
               if "main" in components and not uri.startswith("cdrom:")]
    # Others than distributions offer suites of these names too, so a mirror's path comes first.
    debian = [uri for uri, suite in sources
              if suite in (codename, "stable", "testing", "unstable", "sid")
              and re.search(r"debian/?$", uri)]
    if not ubuntu:
        debian += [uri for uri, suite in sources if suite == codename]
    if debian:
        return "sid", [f"deb {debian[0]} sid main"], ["mysql-server-core", "mysql-client-core"]
    if not ubuntu:
        raise HarnessError("apt's sources in /etc/apt name no Debian mirror, from which to fetch "
                           f"MySQL: there is no entry for {codename} with the component main")
    names = re.findall(r"\bmysql-server-core-\d+\.\d+(?!\S)", package_names("mysql-server-core-"))
    mirrors = sorted((uri for uri, suite in sources if suite == codename),
                     key=lambda uri: "ubuntu" not in uri)
    if not names or not mirrors:
        raise HarnessError("apt knows no package mysql-server-core-*, from which to take MySQL: "
                           "run apt-get update, and see that /etc/apt has an entry for "
                           f"{codename} with the component main")
    series = max(names, key=version_key).rpartition("-")[2]
    return (codename,
            [f"deb {mirrors[0]} {codename}{pocket} main universe" for pocket in ("", "-updates")],
            [f"mysql-server-core-{series}", f"mysql-client-core-{series}"])


def read_apt_sources(folder="/etc/apt"):
    """All enabled sources of binary packages, as (uri, suite, components)."""
    sources = []
    for name in ([os.path.join(folder, "sources.list")]
                 + sorted(glob.glob(os.path.join(folder, "sources.list.d", "*")))):
        parse = {".list": parse_one_line, ".sources": parse_deb822}.get(os.path.splitext(name)[1])
        if parse and os.path.isfile(name):
            with open(name, encoding="utf-8", errors="replace") as file:
                sources += parse(file.read())
    return sources


def parse_one_line(text):
    """Sources of the form `deb [OPTIONS] URI SUITE COMPONENT...`."""
    matches = re.finditer(r"(?m)^[ \t]*deb[ \t]+(?:\[[^]\n]*\][ \t]*)?(\S+)[ \t]+(\S+)([^#\n]*)",
                          text)
    return [(match[1], match[2], match[3].split()) for match in matches]


def parse_deb822(text):
    """Sources of the form `Types: deb`, `URIs: ...` and so on, separated by empty lines."""
    sources = []
    text = re.sub(r"(?m)^#.*\n?", "", text)
    for stanza in re.split(r"\n[ \t]*\n", text):
        joined = re.sub(r"\n[ \t]+", " ", stanza)
        fields = {name.strip().lower(): value.split()
                  for name, colon, value in (line.partition(":") for line in joined.split("\n"))}
        if fields.get("enabled") == ["no"] or "deb" not in fields.get("types", []):
            continue
        sources += [(uri, suite, fields.get("components", []))
                    for uri in fields.get("uris", []) for suite in fields.get("suites", [])]
    return sources
