package platform.fleet;

import java.util.Locale;

/** What the model assumes, and what it leaves out, as the last part of the report. */
record Assumptions() {
    String html() {
        return String.format(
                Locale.ROOT,
                """
                <h2>模型假设与边界<small>What the model assumes and leaves out</small></h2>
                <ul class="note">
                <li>%,d 台终端（2,200 个网点 + 10,343 个服务点）× %d 件；线路在 2 秒内全部恢复；平台每秒受理 %.0f 件（先来先办，队列最多 2 秒的工作量，其余拒收）。
                <br>Terminals × submissions; all links back within 2 s; first come first served, at most 2 s of work queued.</li>
                <li>峰值按每一秒内到达平台的全部请求计算（报到、重试、被拒收的都算）；较小规模按请求数相当的若干秒平均。
                <br>The peak counts every request that arrives within one second: hellos, repeats and those turned away.</li>
                <li>工作量：新件 1，重复件 0.5，报到 0.1，拒收 0.05。握手在前端计：2 核，完整 %.1f 毫秒，复用 %.1f 毫秒。
                <br>Work: new 1, replay 0.5, hello 0.1, refusal 0.05. Handshakes at the front: 2 cores, full and resumed.</li>
                <li>回执丢失 1%%，超时 10 秒；2%% 的终端在前 5 分钟内线路时断时续。
                <br>1%% of the answers lost, missed after 10 s; 2%% of the lines flap during the first five minutes.</li>
                <li>未建模：分页材料的带宽、办事高峰叠加、平台自身故障。
                <br>Not modelled: bandwidth of scanned pages, visits at the same time, faults of the platform itself.</li>
                </ul>
                """,
                Scenario.PROVINCE,
                Scenario.EACH,
                Scenario.CAPACITY,
                Scenario.Tls.OPENSSL.full() * 1_000,
                Scenario.Tls.OPENSSL.resumed() * 1_000);
    }
}
