package dev.airgapc.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://hub.example.com/x?y | hub.example.com",
                "curl --url=https://hub.example.com:8443/x | hub.example.com",
                "oci://docker.io/clearml/chart | docker.io",
                "image: docker.io/library/redis:7.4 | docker.io",
                "localhost:5000/a/b:1 | localhost:5000",
                "quay.io/acme/server@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | quay.io",
                "connect to db.example.com:5432 now | db.example.com",
                "git@github.com:acme/x.git | github.com",
                "https://user@hub.example.com/ | hub.example.com",
                "ping 10.20.0.5 | 10.20.0.5",
                "10.20.0.5:80 | 10.20.0.5",
                "listen [fd00::1]:80 | [fd00::1]",
                "fd00::1 | [fd00::1]",
                "download.pytorch.org | download.pytorch.org",
                "HUB.Example.COM | hub.example.com",
                "jdbc:postgresql://db.example.com/x | db.example.com",
                "# see https://clear.ml/docs | clear.ml",
                "{'u': 'https:\\/\\/hub.example.com\\/x'} | hub.example.com",
                "see\\nhub.example.com:80 | hub.example.com",
                "\\u0068ttps://hub.example.com | hub.example.com",
                "https%3A%2F%2Fhub.example.com%2Fx | hub.example.com",
                "https://hub%2Eexample.com/x | hub%2Eexample.com,hub.example.com",
                "https://hub.example.com./x | hub.example.com",
                "hub.example.com. | hub.example.com",
                "https://münchen.de/x | münchen.de",
                "https://${REGION}.hub.example.com/x | any.hub.example.com",
                "https://$REGION-a.hub.example.com/x | any.hub.example.com",
                "https://*.hub.example.com | any.hub.example.com",
                "//hub.example.com/x.js | hub.example.com",
                "--host=hub.example.com | hub.example.com",
                "serve --quiet --host='x' HOST=hub.example.com | hub.example.com",
                "localhost,hub.example.com | hub.example.com",
                "a.corp.example; hub.example.com:8443 ,.pkg.dev | hub.example.com,pkg.dev",
                "one.example.com two.example.com | one.example.com,two.example.com",
                "NO_PROXY=localhost,hub.example.com | hub.example.com",
                "NO_PROXY=.hub.example.com | hub.example.com",
                "one.example.com .two.example.com | one.example.com,two.example.com",
                "download.example.de | download.example.de",
                "\\x2f\\x2fhub.example.com | hub.example.com",
                "%2F%2Fhub.example.com | hub.example.com",
                "quay.io/acme/server | quay.io",
                "https://a.corp.example/?to=https://hub.example.com | a.corp.example,hub.example.com",
                "c2VlCmh1Yi5leGFtcGxlLmNvbTo4MA== | hub.example.com",
                "eyJhdXRocyI6eyJodWIuZXhhbXBsZS5jb20iOnt9LCJ4IjoiaHR0cHM6Ly9hLmV4YW1wbGUuY29tIn19 | a.example.com"
            })
    void namesAHost(String text, String host) {
        assertEquals(
                List.of(host.strip().split(",")),
                HostNames.in(text.strip()).stream().map(HostNames.Named::text).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nvidia.com/gpu",
                "apps/v1",
                "kubernetes.io/metadata.name",
                "values.override.yaml",
                "1.31-3.0.3-469",
                "3.0.12",
                "v1.2.3",
                "12:30:45",
                "std::vector",
                "requirements.txt",
                "clearml-agent",
                "see nvidia.com for more",
                "sha256:aaaaaaaa",
                "{queue}:{task_id}",
                "NCCL_DEBUG=WARN",
                "/etc/airgap/pip/pip.conf",
                "https://$HOST:$PORT/x",
                "http://%s/",
                "https://${HOST}/",
                "--config=values.sh",
                "a.py,b.py",
                "quay.io/acme",
                "yaml@2.9.1",
                "999.1.1.1",
                "one,two",
                "a//b.com"
            })
    void namesNone(String text) {
        assertEquals(List.of(), HostNames.in(text));
    }
}
