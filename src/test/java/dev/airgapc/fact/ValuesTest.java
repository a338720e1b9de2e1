package dev.airgapc.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "registry.corp.example",
                "registry.corp.example:5000",
                "10.20.0.5",
                "10.20.0.5:443",
                "[fd00::1]",
                "[fd00::1]:5000",
                "a_b.example"
            })
    void hosts(String text) {
        assertEquals(Optional.of(text), Host.parse(text).value().map(Host::text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://a.example",
                "a.example/x",
                "user@a.example",
                "a..example",
                "-a.example",
                "a-.example",
                "a.example:",
                "a.example:0",
                "a.example:65536",
                "10.20.0.256",
                "10.20.0",
                "[fd00::g]",
                "[10.0.0.1]",
                "a b",
                "ä.example"
            })
    void noHosts(String text) {
        assertFalse(Host.parse(text).value().isPresent());
        assertFalse(Host.parse(text).problem().isEmpty());
    }

    @Test
    void hostsAreLowerCase() {
        assertEquals(
                "registry.corp.example",
                Host.parse("Registry.CORP.example").value().orElseThrow().name());
    }

    @ParameterizedTest
    @CsvSource({
        "*.corp.example,a.corp.example,true",
        "*.corp.example,a.b.corp.example,true",
        "*.corp.example,corp.example,false",
        "*.corp.example,acorp.example,false",
        "corp.example,corp.example:5000,true",
        "corp.example,a.corp.example,false",
        "10.20.0.0/16,10.20.255.1,true",
        "10.20.0.0/16,10.21.0.1,false",
        "10.20.0.0/16,10.20.0.1.example,false",
        "fd00::/8,[fd12::1],true",
        "fd00::/8,[fe80::1],false",
        "0.0.0.0/1,[fd12::1],false",
        "*.Corp.Example,a.corp.example,true"
    })
    void patterns(String pattern, String host, boolean matches) {
        HostPattern parsed = HostPattern.parse(pattern).value().orElseThrow();
        assertEquals(matches, parsed.matches(Host.parse(host).value().orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.",
                "**.example",
                "a.*.example",
                "10.20.0.0/33",
                "0.0.0.0/0",
                "::/0",
                "10.20.0.0/",
                "10.20.0.0/x",
                "a.example:80",
                "/16"
            })
    void noPatterns(String text) {
        assertFalse(HostPattern.parse(text).value().isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pypi.corp.example/simple",
                "http://10.0.0.1:8080",
                "https://[fd00::1]:8443/x?y#z",
                "oci://registry.corp.example/charts"
            })
    void urls(String text) {
        assertEquals(Optional.of(text), Url.parse(text).value().map(Url::text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pypi.corp.example",
                "https://",
                "https://user:word@pypi.corp.example",
                "https://a b",
                "://a",
                "https://a.example/\n",
                "https://a.example/`x`",
                "https://a.example/\"x\"",
                "https://a.example/\\x",
                "https://a.example/m\u00FCnchen"
            })
    void noUrls(String text) {
        assertFalse(Url.parse(text).value().isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker.io/library/redis:7.4",
                "registry.corp.example:5000/a/b_c/d--e:Tag_1.0-x",
                "localhost/a:1",
                "docker.io/a@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "docker.io/a:1@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "[fd00::1]:5000/a:1"
            })
    void images(String text) {
        assertEquals(Optional.of(text), Image.parse(text).value().map(Image::text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis",
                "redis:7",
                "library/redis:7",
                "docker.io/redis",
                "docker.io/Redis:7",
                "docker.io/a__b:",
                "docker.io/a:-x",
                "docker.io/a@sha256:short",
                "docker.io/:1",
                "docker.io/a___b:1"
            })
    void noImages(String text) {
        assertFalse(Image.parse(text).value().isPresent());
    }

    @Test
    void aLongImageIsRefusedAndNotPondered() {
        assertFalse(
                Image.parse("docker.io/" + "a-".repeat(50_000) + "a:1").value().isPresent());
    }

    @ParameterizedTest
    @CsvSource({"6.9.12,6.10.6", "6.14.5,6.14.6", "1.9,1.10", "1.2,1.2.1", "22.08,23.08"})
    void versionsCompareByNumbers(String less, String more) {
        assertTrue(Version.parse(less)
                        .value()
                        .orElseThrow()
                        .compareTo(Version.parse(more).value().orElseThrow())
                < 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.main.host",
                "clearml-agent.main.queue.\"8 GPUs\".gpus",
                "registry.main.mirror.\"docker.io\"",
                "a"
            })
    void addresses(String text) {
        assertEquals(Optional.of(text), Address.parse(text).map(Address::toString));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", "a..b", "a.\"b", "\"a\"b"})
    void noAddresses(String text) {
        assertEquals(Optional.empty(), Address.parse(text));
    }

    /** Forms of tokens, put together here so that nobody takes this file for a leak. */
    @ParameterizedTest
    @CsvSource({
        "AKIA,ABCDEFGHIJKLMNOP",
        "ghp_,abcdefghijklmnopqrstuvwxyz0123456789",
        "glpat-,abcdefghijklmnopqrst",
        "hf_,abcdefghijklmnopqrstuvwxyzabcdef",
        "nvapi-,abcdefghijklmnopqrstuvwxyzabcdefghijklmnop",
        "dckr_pat_,abcdefghijklmnopqrstuv",
        "xoxb-,0123456789-abc",
        "https://user:,hunter2@host"
    })
    void credentials(String start, String rest) {
        assertTrue(Credential.in("x " + start + rest).isPresent());
        assertFalse(Credential.in("x " + start).isPresent());
    }

    @Test
    void privateKeys() {
        assertTrue(Credential.in("-----BEGIN " + "RSA PRIVATE KEY-----\n").isPresent());
        assertFalse(Credential.in("-----BEGIN CERTIFICATE-----\n").isPresent());
    }
}
