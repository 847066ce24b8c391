"""The programs of the servers: where they are, how they run, and where the others are fetched."""

import glob
import os
import platform
import re
import shutil
import tempfile

from throwaway.cache import cache_root, cached
from throwaway.processes import (HarnessError, as_server_account, check, find_program,
                                 give_to_server_account, say)

KINDS = ("mariadb", "mysql", "mariadb118")
CDC_GRANTS = "REPLICATION SLAVE, REPLICATION CLIENT, SELECT"


class MariaDB:
    """The distribution's MariaDB server."""

    kind = "mariadb"
    settings = {
        "performance_schema": "OFF",
        "plugin_load_add": "auth_ed25519",
        "innodb_log_file_size": "32M",
    }

    def __init__(self):
        self.server_argv = [find_program("mariadbd")]
        self.mysqlbinlog_argv = [find_program("mariadb-binlog")]
        self.environment = {}
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


class Unpacked:
    """A server's packages and all their libraries, unpacked in a folder.

    It is run by the dynamic loader that lies there too, and so gets the libraries it was built
    for. Unlike in a chroot, this needs no root, and a path means the same inside and outside.
    """

    def __init__(self, root, server, mysqlbinlog):
        loaders = [path for folder in ("usr/lib/*", "lib/*", "usr/lib64", "lib64")
                   for path in glob.glob(os.path.join(root, folder, "ld-linux*.so.*"))]
        if not loaders:
            raise HarnessError(f"{root} holds no dynamic loader; remove it, to fetch it again")
        libraries = [path for folder in ("usr/lib/*-linux-gnu*", "lib/*-linux-gnu*")
                     for path in glob.glob(os.path.join(root, folder))]
        loader = [loaders[0], "--library-path", ":".join(libraries)]
        self.root = root
        self.server_argv = loader + [os.path.join(root, server)]
        self.mysqlbinlog_argv = loader + [os.path.join(root, mysqlbinlog)]
        self.environment = {"OPENSSL_CONF": "/dev/null"}  # the system's is for another OpenSSL
        self.settings = {
            "basedir": os.path.join(root, "usr"),
            "plugin_dir": os.path.join(root, "usr/lib/mysql/plugin"),
        }
        self.version = read_version(self)

    def run_server(self, datadir, settings, *arguments, **more):
        """Runs the server to make a data folder, with those settings that this depends on."""
        names = ("innodb_", "lower_case_", "basedir", "plugin_dir", "character_sets_dir",
                 "lc_messages_dir")
        check(self.server_argv + ["--no-defaults", *arguments, f"--datadir={datadir}"]
              + as_options(settings, only=names),
              cwd="/", env=dict(os.environ, **self.environment), **as_server_account(), **more)


class MySQL(Unpacked):
    """MySQL, of Debian sid, else of this Ubuntu."""

    kind = "mysql"

    def __init__(self, root):
        super().__init__(root, "usr/sbin/mysqld", "usr/bin/mysqlbinlog")
        self.settings |= {
            "mysqlx": "OFF",
            "gtid_mode": "ON",
            "enforce_gtid_consistency": "ON",
            "innodb_redo_log_capacity": "32M",
            # performance_schema takes memory by these
            "table_open_cache": "400",
            "table_definition_cache": "400",
        }

    def initialise(self, datadir, settings):
        # secure_file_priv: Debian's default is a folder that only an installed server has.
        self.run_server(datadir, settings, "--initialize-insecure", "--secure-file-priv=NULL")

    account_sql = f"""
        CREATE USER sha2@'%' IDENTIFIED WITH caching_sha2_password BY 'sha2';
        GRANT {CDC_GRANTS} ON *.* TO sha2@'%';
        """


class MariaDB118(Unpacked):
    """MariaDB 11.8, of Debian trixie or Ubuntu 26.04."""

    kind = "mariadb118"
    account_sql = MariaDB.account_sql

    def __init__(self, root):
        super().__init__(root, "usr/sbin/mariadbd", "usr/bin/mariadb-binlog")
        self.settings |= {
            "character_sets_dir": self.share("charsets"),
            "lc_messages_dir": self.share(),
            **MariaDB.settings,
        }

    def share(self, *names):
        return os.path.join(self.root, "usr/share/mariadb", *names)

    def initialise(self, datadir, settings):
        # As mariadb-install-db does, which would run the server without its loader.
        with tempfile.TemporaryFile() as script:
            script.write(b"CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n")
            for name in ("mariadb_system_tables", "mariadb_performance_tables",
                         "mariadb_system_tables_data", "maria_add_gis_sp_bootstrap",
                         "mariadb_sys_schema"):
                with open(self.share(name + ".sql"), "rb") as file:
                    shutil.copyfileobj(file, script)
            script.seek(0)
            os.mkdir(datadir)
            give_to_server_account(datadir)
            self.run_server(datadir, settings, "--bootstrap", "--skip-log-bin", stdin=script)


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
    programs, origin = {"mysql": (MySQL, mysql_origin),
                        "mariadb118": (MariaDB118, mariadb118_origin)}[kind]

    def find():
        folders = glob.glob(os.path.join(cache_root(), f"{kind}-[0-9]*"))
        return max(folders, key=version_key) if folders and not refresh else None

    def build(folder):
        fetch(origin, folder)
        return f"{kind}-{programs(folder).version}"

    return programs(cached(kind, find, build))


def fetch(origin, folder):
    """Unpacks a server and every library it needs into `folder`; see mysql_origin()."""
    try:
        os_release = platform.freedesktop_os_release()
    except OSError:
        os_release = {}
    mmdebstrap = find_program("mmdebstrap")
    suite, lines, packages = origin(
        os_release, read_apt_sources(), lambda prefix: check(["apt-cache", "pkgnames", prefix]))
    say(f"fetching {packages[0]} ({lines[0]}) into {cache_root()}, once")
    # To extract runs no package's scripts, and in this mode needs neither mounts nor root. The
    # mirror may be a frozen one, whose lists count as expired.
    check([mmdebstrap, "--mode=chrootless", "--variant=extract",
           '--aptopt=Acquire::Check-Valid-Until "false"', f"--include={','.join(packages)}",
           suite, folder, *lines])
    for unused in ("usr/share/doc", "usr/share/man", "usr/share/locale", "var", "dev"):
        shutil.rmtree(os.path.join(folder, unused), ignore_errors=True)


def mysql_origin(os_release, sources, package_names):
    """Decides where to fetch MySQL: returns (suite, lines for apt's sources, packages).

    `os_release` is /etc/os-release as a dict, `sources` are read_apt_sources(), and
    package_names(prefix) lists the packages that apt knows, separated by space.
    """
    debian, ubuntu = mirrors(os_release, sources)
    if debian:
        return "sid", [f"deb {debian} sid main"], ["mysql-server-core", "mysql-client-core"]
    names = re.findall(r"\bmysql-server-core-\d+\.\d+(?!\S)", package_names("mysql-server-core-"))
    if not names:
        raise HarnessError("apt knows no package mysql-server-core-*, from which to take MySQL: "
                           "run apt-get update")
    series = max(names, key=version_key).rpartition("-")[2]
    return (*ubuntu_suite(ubuntu, os_release["VERSION_CODENAME"]),
            [f"mysql-server-core-{series}", f"mysql-client-core-{series}"])


def mariadb118_origin(os_release, sources, _package_names):
    """Decides where to fetch MariaDB 11.8; see mysql_origin()."""
    debian, ubuntu = mirrors(os_release, sources)
    # Besides the server and its programs, mariadb-server has the plugins.
    packages = ["mariadb-server", "mariadb-client"]
    if debian:
        return "trixie", [f"deb {debian} trixie main"], packages
    return (*ubuntu_suite(ubuntu, "resolute"), packages)


def ubuntu_suite(mirror, codename):
    return codename, [f"deb {mirror} {codename}{pocket} main universe"
                      for pocket in ("", "-updates")]


def mirrors(os_release, sources):
    """Finds a mirror of Debian among apt's sources, else on Ubuntu one of Ubuntu.

    Returns the URIs of both, one of them None. Any mirror has all releases that are supported.
    """
    codename = os_release.get("VERSION_CODENAME", "stable")
    is_ubuntu = "ubuntu" in (os_release.get("ID", "") + " " + os_release.get("ID_LIKE", "")).split()
    sources = [(uri, suite) for uri, suite, components in sources
               if "main" in components and not uri.startswith("cdrom:")]
    # Others than distributions offer suites of these names too, so a mirror's path comes first.
    debian = [uri for uri, suite in sources
              if suite in (codename, "stable", "testing", "unstable", "sid")
              and re.search(r"debian/?$", uri)]
    own = [uri for uri, suite in sources if suite == codename]
    if not is_ubuntu:
        debian += own
    if debian:
        return debian[0], None
    if own:
        return None, min(own, key=lambda uri: "ubuntu" not in uri)
    raise HarnessError("apt's sources in /etc/apt name no mirror from which to fetch servers: there "
                       f"is no entry for {codename} with the component main")


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
