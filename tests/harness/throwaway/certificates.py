"""Throwaway certificate authorities and certificates, made with the openssl command."""

import os

from throwaway.processes import check, find_program, give_to_server_account

# By the last part of the environment variable that names the file.
TLS_FILES = {
    "CA": "ca.pem",
    "WRONG_CA": "wrong-ca.pem",
    "CLIENT_CERT": "client-cert.pem",
    "CLIENT_KEY": "client-key.pem",
    "OTHER_HOST_CERT": "other-host-cert.pem",
    "OTHER_HOST_KEY": "other-host-key.pem",
}


def make_certificates(folder):
    """Makes two authorities, and certificates of the first: server, other-host and client."""
    os.makedirs(folder)
    give_to_server_account(folder)
    config = os.path.join(folder, "openssl.cnf")  # so that the system's adds no extensions
    with open(config, "w", encoding="ascii") as file:
        file.write("[req]\ndistinguished_name = dn\n[dn]\n")

    def make(name, common_name, *extensions, signer=None):
        key = os.path.join(folder, f"{name}-key.pem")
        certificate = os.path.join(folder, f"{name}-cert.pem" if signer else f"{name}.pem")
        argv = [find_program("openssl"), "req", "-x509", "-config", config, "-days", "30",
                "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-keyout", key, "-out", certificate, "-subj", f"/O=Towpath tests/CN={common_name}"]
        for extension in extensions:
            argv += ["-addext", extension]
        if signer:
            argv += ["-CA", os.path.join(folder, f"{signer}.pem"),
                     "-CAkey", os.path.join(folder, f"{signer}-key.pem")]
        check(argv)
        give_to_server_account(key)

    authority = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"]
    make("ca", "CA", *authority)
    make("wrong-ca", "another CA", *authority)
    make("server", "localhost", "subjectAltName=DNS:localhost,IP:127.0.0.1",
         "extendedKeyUsage=serverAuth", signer="ca")
    make("other-host", "db.example.com", "subjectAltName=DNS:db.example.com",
         "extendedKeyUsage=serverAuth", signer="ca")
    make("client", "client", "extendedKeyUsage=clientAuth", signer="ca")
